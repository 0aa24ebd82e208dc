-- The ledger keeps itself: transfers are insert-only, in line, within one book, and move balances.
CREATE TRIGGER account_opens_empty BEFORE INSERT ON ledger_accounts
WHEN NEW.balance <> 0
BEGIN SELECT RAISE(ABORT, 'account_opens_empty'); END;
--> statement-breakpoint
CREATE TRIGGER account_is_born_once BEFORE INSERT ON ledger_accounts
WHEN EXISTS (SELECT 1 FROM ledger_accounts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'account_is_born_once'); END;
--> statement-breakpoint
CREATE TRIGGER account_keeps_its_terms BEFORE UPDATE OF id, book, kind, owner_id, floor ON ledger_accounts
BEGIN SELECT RAISE(ABORT, 'account_keeps_its_terms'); END;
--> statement-breakpoint
CREATE TRIGGER account_stays BEFORE DELETE ON ledger_accounts
BEGIN SELECT RAISE(ABORT, 'account_stays'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_is_in_line BEFORE INSERT ON ledger_transfers
BEGIN
  SELECT RAISE(ABORT, 'transfer_follows_the_last')
   WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger_transfers)
      OR NEW.prev IS NOT coalesce((SELECT hash FROM ledger_transfers WHERE seq = NEW.seq - 1), 'opening')
      OR EXISTS (SELECT 1 FROM ledger_transfers WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'both_accounts_in_one_book')
   WHERE 2 <> (SELECT count(*) FROM ledger_accounts
                WHERE id IN (NEW.source_id, NEW.target_id) AND book = NEW.book);
END;
--> statement-breakpoint
CREATE TRIGGER transfer_moves_balances AFTER INSERT ON ledger_transfers
BEGIN
  UPDATE ledger_accounts SET balance = balance - NEW.amount WHERE id = NEW.source_id;
  UPDATE ledger_accounts SET balance = balance + NEW.amount WHERE id = NEW.target_id;
  INSERT INTO ledger_postings (account_id, seq, change, balance_after)
    SELECT id, NEW.seq, iif(id = NEW.source_id, -NEW.amount, NEW.amount), balance
      FROM ledger_accounts WHERE id IN (NEW.source_id, NEW.target_id);
END;
--> statement-breakpoint
CREATE TRIGGER hold_opens AFTER INSERT ON ledger_transfers WHEN NEW.kind = 'hold'
BEGIN
  INSERT INTO ledger_holds (id, source_id, target_id, amount, lapse_at_ms, state)
  VALUES (NEW.id, NEW.source_id, NEW.target_id, NEW.amount, NEW.lapse_at_ms, 'pending');
END;
--> statement-breakpoint
CREATE TRIGGER hold_ends_once AFTER INSERT ON ledger_transfers WHEN NEW.kind IN ('collect', 'release')
BEGIN
  SELECT RAISE(ABORT, 'hold_ends_once') WHERE NOT EXISTS (
    SELECT 1 FROM ledger_holds WHERE id = NEW.hold_id AND state = 'pending'
       AND target_id = NEW.source_id AND amount = NEW.amount
       AND (NEW.kind = 'collect' OR source_id = NEW.target_id));
  UPDATE ledger_holds SET state = iif(NEW.kind = 'collect', 'collected', 'released')
   WHERE id = NEW.hold_id;
END;
--> statement-breakpoint
-- A held amount leaves the held account only by its own hold: never by a plain move.
CREATE TRIGGER held_leaves_by_its_hold BEFORE INSERT ON ledger_transfers
WHEN NEW.kind IN ('move', 'hold', 'reverse')
BEGIN
  SELECT RAISE(ABORT, 'held_leaves_by_its_hold')
   WHERE EXISTS (SELECT 1 FROM ledger_accounts WHERE id = NEW.source_id AND kind = 'held');
END;
--> statement-breakpoint
-- A collected hold goes back to where the hold came from; anything else goes back the way it came.
CREATE TRIGGER reversal_answers_one_transfer BEFORE INSERT ON ledger_transfers WHEN NEW.kind = 'reverse'
BEGIN
  SELECT RAISE(ABORT, 'reversal_answers_one_transfer') WHERE NOT EXISTS (
    SELECT 1 FROM ledger_transfers t LEFT JOIN ledger_holds h ON h.id = t.hold_id
     WHERE t.id = NEW.reverses_id AND t.kind IN ('move', 'collect') AND t.amount = NEW.amount
       AND t.book = NEW.book AND t.target_id = NEW.source_id
       AND NEW.target_id = iif(t.kind = 'collect', h.source_id, t.source_id));
END;
--> statement-breakpoint
CREATE TRIGGER transfer_is_never_edited BEFORE UPDATE ON ledger_transfers
BEGIN SELECT RAISE(ABORT, 'transfer_is_never_edited'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_is_never_erased BEFORE DELETE ON ledger_transfers
BEGIN SELECT RAISE(ABORT, 'transfer_is_never_erased'); END;
--> statement-breakpoint
CREATE TRIGGER posting_is_never_edited BEFORE UPDATE ON ledger_postings
BEGIN SELECT RAISE(ABORT, 'posting_is_never_edited'); END;
--> statement-breakpoint
CREATE TRIGGER posting_is_never_erased BEFORE DELETE ON ledger_postings
BEGIN SELECT RAISE(ABORT, 'posting_is_never_erased'); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_is_never_edited'); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_erased BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_is_never_erased'); END;
--> statement-breakpoint
CREATE TRIGGER answer_is_never_edited BEFORE UPDATE ON answered_requests
BEGIN SELECT RAISE(ABORT, 'answer_is_never_edited'); END;

-- What ended stays ended, and the same hour of one person counts once.
CREATE TRIGGER an_ended_occasion_stays BEFORE UPDATE ON events_occasions
WHEN OLD.state <> 'planned'
BEGIN SELECT RAISE(ABORT, 'an_ended_occasion_stays'); END;
--> statement-breakpoint
CREATE TRIGGER an_ended_occasion_lets_nobody_in BEFORE INSERT ON events_attendances
WHEN (SELECT state FROM events_occasions WHERE id = NEW.occasion_id) <> 'planned'
BEGIN SELECT RAISE(ABORT, 'an_ended_occasion_lets_nobody_in'); END;
--> statement-breakpoint
CREATE TRIGGER a_service_overlaps_no_other BEFORE INSERT ON volunteering_services
WHEN NEW.state IN ('pending', 'confirmed') AND EXISTS (
  SELECT 1 FROM volunteering_services s WHERE s.person_id = NEW.person_id AND s.id <> NEW.id
     AND s.state IN ('pending', 'confirmed')
     AND s.starts_at_ms < NEW.ends_at_ms AND NEW.starts_at_ms < s.ends_at_ms)
BEGIN SELECT RAISE(ABORT, 'a_service_overlaps_no_other'); END;
--> statement-breakpoint
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
--> statement-breakpoint
-- A choice enters the urn while the campaign votes, for a candidate of that campaign, and stays as it is.
CREATE TRIGGER choice_is_for_an_open_campaign BEFORE INSERT ON selection_choices
BEGIN
  SELECT RAISE(ABORT, 'choice_is_for_an_open_campaign') WHERE NOT EXISTS (
    SELECT 1 FROM selection_candidates c JOIN selection_campaigns p ON p.id = c.campaign_id
     WHERE c.id = NEW.candidate_id AND p.id = NEW.campaign_id AND p.state = 'voting');
END;
--> statement-breakpoint
CREATE TRIGGER choice_is_never_edited BEFORE UPDATE ON selection_choices
BEGIN SELECT RAISE(ABORT, 'choice_is_never_edited'); END;
--> statement-breakpoint
CREATE TRIGGER choice_is_never_erased BEFORE DELETE ON selection_choices
BEGIN SELECT RAISE(ABORT, 'choice_is_never_erased'); END;
--> statement-breakpoint
CREATE TRIGGER community_areas_changed_row_exists BEFORE INSERT ON community_areas
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_areas WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER community_bind_codes_changed_row_exists BEFORE INSERT ON community_bind_codes
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_bind_codes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER community_cards_changed_row_exists BEFORE INSERT ON community_cards
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_cards WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER community_cluster_leads_changed_row_exists BEFORE INSERT ON community_cluster_leads
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_cluster_leads WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER community_households_changed_row_exists BEFORE INSERT ON community_households
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_households WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER community_people_changed_row_exists BEFORE INSERT ON community_people
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_people WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER community_voters_changed_row_exists BEFORE INSERT ON community_voters
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM community_voters WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_accounts_changed_row_exists BEFORE INSERT ON access_accounts
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_accounts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_admin_roll_changed_row_exists BEFORE INSERT ON access_admin_roll
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_admin_roll WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_grants_changed_row_exists BEFORE INSERT ON access_grants
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_grants WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_one_time_codes_changed_row_exists BEFORE INSERT ON access_one_time_codes
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_one_time_codes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_pins_changed_row_exists BEFORE INSERT ON access_pins
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_pins WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_sessions_changed_row_exists BEFORE INSERT ON access_sessions
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_sessions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_tries_changed_row_exists BEFORE INSERT ON access_tries
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM access_tries WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_memos_changed_row_exists BEFORE INSERT ON ledger_memos
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM ledger_memos WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER scoring_awards_changed_row_exists BEFORE INSERT ON scoring_awards
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM scoring_awards WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER scoring_periods_changed_row_exists BEFORE INSERT ON scoring_periods
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM scoring_periods WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER scoring_settings_changed_row_exists BEFORE INSERT ON scoring_settings
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM scoring_settings WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER notices_board_changed_row_exists BEFORE INSERT ON notices_board
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM notices_board WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER redemption_branches_changed_row_exists BEFORE INSERT ON redemption_branches
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM redemption_branches WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER redemption_imports_changed_row_exists BEFORE INSERT ON redemption_imports
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM redemption_imports WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER redemption_items_changed_row_exists BEFORE INSERT ON redemption_items
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM redemption_items WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER redemption_orders_changed_row_exists BEFORE INSERT ON redemption_orders
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM redemption_orders WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER redemption_quotas_changed_row_exists BEFORE INSERT ON redemption_quotas
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM redemption_quotas WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER events_attendances_changed_row_exists BEFORE INSERT ON events_attendances
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM events_attendances WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER events_attenders_changed_row_exists BEFORE INSERT ON events_attenders
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM events_attenders WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER events_events_changed_row_exists BEFORE INSERT ON events_events
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM events_events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER events_occasions_changed_row_exists BEFORE INSERT ON events_occasions
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM events_occasions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER events_sign_ups_changed_row_exists BEFORE INSERT ON events_sign_ups
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM events_sign_ups WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER volunteering_services_changed_row_exists BEFORE INSERT ON volunteering_services
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM volunteering_services WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;
--> statement-breakpoint
CREATE TRIGGER selection_campaigns_changed_row_exists BEFORE INSERT ON selection_campaigns
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM selection_campaigns WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;

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

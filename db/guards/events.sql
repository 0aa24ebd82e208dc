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

CREATE TABLE `access_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`open_id_hash` text,
	`person_id` text,
	`is_care_mode` integer NOT NULL,
	`inbox_read_at_ms` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_accounts_open_id_hash_unique` ON `access_accounts` (`open_id_hash`);--> statement-breakpoint
CREATE INDEX `access_accounts_by_person` ON `access_accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `access_admin_roll` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`admin_count` integer NOT NULL,
	CONSTRAINT "an_admin_stays" CHECK("access_admin_roll"."admin_count" >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `access_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`area_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`state` text NOT NULL,
	`organisation` text NOT NULL,
	`staff_number` text,
	`contact_phone` text,
	`note` text NOT NULL,
	`given_by` text NOT NULL,
	`approved_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nobody_gives_himself_a_post" CHECK("access_grants"."given_by" <> "access_grants"."person_id"),
	CONSTRAINT "nobody_approves_his_own_post" CHECK("access_grants"."approved_by" IS NULL OR "access_grants"."approved_by" <> "access_grants"."person_id"),
	CONSTRAINT "a_post_ends_after_it_begins" CHECK("access_grants"."to_on" IS NULL OR "access_grants"."to_on" >= "access_grants"."from_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_grants_staff_number_unique` ON `access_grants` (`staff_number`);--> statement-breakpoint
CREATE INDEX `access_grants_by_person` ON `access_grants` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_post_of_a_kind_in_an_area` ON `access_grants` (`person_id`,`role`,`area_id`) WHERE "access_grants"."state" <> 'ended';--> statement-breakpoint
CREATE TABLE `access_one_time_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`is_used` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_one_time_codes_code_hash_unique` ON `access_one_time_codes` (`code_hash`);--> statement-breakpoint
CREATE TABLE `access_pins` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`pin_hash` text NOT NULL,
	`set_at_ms` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `access_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `access_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_sessions_token_hash_unique` ON `access_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `access_sessions_by_account` ON `access_sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `access_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`window_start_ms` integer NOT NULL,
	`wrong_count` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `community_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`parent_id` text,
	`level` integer NOT NULL,
	`level_name` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`address` text,
	`township` text,
	`party_organisation` text,
	`open_days` text,
	FOREIGN KEY (`parent_id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "a_path_ends_in_a_slash" CHECK("community_areas"."path" LIKE '/%' AND "community_areas"."path" LIKE '%/'),
	CONSTRAINT "only_the_county_has_no_parent" CHECK(("community_areas"."level" = 0) = ("community_areas"."parent_id" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `community_areas_path_unique` ON `community_areas` (`path`);--> statement-breakpoint
CREATE INDEX `community_areas_by_code` ON `community_areas` (`code`);--> statement-breakpoint
CREATE TABLE `community_bind_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`code_hash` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `community_bind_codes_code_hash_unique` ON `community_bind_codes` (`code_hash`);--> statement-breakpoint
CREATE TABLE `community_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`serial` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `community_cards_serial_unique` ON `community_cards` (`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_active_card_a_person` ON `community_cards` (`person_id`) WHERE "community_cards"."state" = 'active';--> statement-breakpoint
CREATE TABLE `community_cluster_leads` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`phone` text,
	`elected_on` text,
	`term_ends_on` text,
	FOREIGN KEY (`id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `community_households` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`area_id` text NOT NULL,
	`building` text NOT NULL,
	`unit` text NOT NULL,
	`room` text NOT NULL,
	`is_low_income` integer NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `community_households_code_unique` ON `community_households` (`code`);--> statement-breakpoint
CREATE INDEX `community_households_by_area` ON `community_households` (`area_id`);--> statement-breakpoint
CREATE INDEX `community_households_by_room` ON `community_households` (`building`,`room`);--> statement-breakpoint
CREATE TABLE `community_people` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`household_id` text,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`initials` text NOT NULL,
	`relation` text NOT NULL,
	`sex` text NOT NULL,
	`ethnicity` text NOT NULL,
	`born_on` text,
	`moved_in_on` text,
	`phone` text,
	`origin_town` text NOT NULL,
	`origin_village` text NOT NULL,
	`is_left_behind_child` integer NOT NULL,
	`is_lone_elder` integer NOT NULL,
	`is_disabled` integer NOT NULL,
	`is_party_member` integer NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `community_people_code_unique` ON `community_people` (`code`);--> statement-breakpoint
CREATE INDEX `community_people_by_household` ON `community_people` (`household_id`);--> statement-breakpoint
CREATE INDEX `community_people_by_phone` ON `community_people` (`phone`);--> statement-breakpoint
CREATE INDEX `community_people_by_name` ON `community_people` (`name`);--> statement-breakpoint
CREATE INDEX `community_people_by_initials` ON `community_people` (`initials`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_householder_a_household` ON `community_people` (`household_id`) WHERE "community_people"."relation" = '户主' AND "community_people"."state" = 'here';--> statement-breakpoint
CREATE TABLE `community_voters` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`person_id` text,
	FOREIGN KEY (`id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `events_attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`occasion_id` text NOT NULL,
	`person_id` text NOT NULL,
	`household_id` text,
	`state` text NOT NULL,
	`way` text NOT NULL,
	`in_at_ms` integer NOT NULL,
	`out_at_ms` integer,
	`service_minutes` integer NOT NULL,
	`scanned_at_ms` integer,
	`nonce` text,
	`undo_reason` text,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`occasion_id`) REFERENCES `events_occasions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_check_in_a_person" CHECK("events_attendances"."id" = "events_attendances"."occasion_id" || '|' || "events_attendances"."person_id"),
	CONSTRAINT "nobody_leaves_before_coming" CHECK("events_attendances"."out_at_ms" IS NULL OR "events_attendances"."out_at_ms" >= "events_attendances"."in_at_ms"),
	CONSTRAINT "service_fits_between_in_and_out" CHECK("events_attendances"."service_minutes" = 0 OR ("events_attendances"."service_minutes" > 0
        AND "events_attendances"."service_minutes" * 60000 <= coalesce("events_attendances"."out_at_ms", 0) - "events_attendances"."in_at_ms")),
	CONSTRAINT "only_a_late_scan_waits" CHECK("events_attendances"."state" NOT IN ('waiting', 'refused') OR ("events_attendances"."way" = 'late' AND "events_attendances"."nonce" IS NOT NULL)),
	CONSTRAINT "an_undone_check_in_says_why" CHECK(("events_attendances"."state" = 'undone') = ("events_attendances"."undo_reason" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_attendances_nonce_unique` ON `events_attendances` (`nonce`);--> statement-breakpoint
CREATE INDEX `events_attendances_by_person` ON `events_attendances` (`person_id`,`in_at_ms`);--> statement-breakpoint
CREATE INDEX `events_attendances_by_occasion` ON `events_attendances` (`occasion_id`,`state`);--> statement-breakpoint
CREATE TABLE `events_attenders` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`code_key` text,
	FOREIGN KEY (`id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_attenders_code_key_unique` ON `events_attenders` (`code_key`);--> statement-breakpoint
CREATE TABLE `events_events` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`area_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`rule_code` text,
	`counted_by` text NOT NULL,
	`once_per_household` integer NOT NULL,
	`counts_hours` integer NOT NULL,
	`arranged_by` text NOT NULL,
	`arranged_at_ms` integer NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "who_is_only_counted_earns_nothing" CHECK("events_events"."counted_by" = 'check-in' OR ("events_events"."rule_code" IS NULL AND "events_events"."counts_hours" = 0))
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_events_by_area` ON `events_events` (`area_id`);--> statement-breakpoint
CREATE TABLE `events_occasions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`event_id` text NOT NULL,
	`public_key` text NOT NULL,
	`place` text NOT NULL,
	`starts_at_ms` integer NOT NULL,
	`ends_at_ms` integer NOT NULL,
	`capacity` integer,
	`sign_up_opens_at_ms` integer,
	`sign_up_closes_at_ms` integer,
	`takes_walk_ins` integer NOT NULL,
	`last_queue_number` integer NOT NULL,
	`state` text NOT NULL,
	`headcount` integer,
	`cancel_reason` text,
	`ended_by` text,
	`ended_at_ms` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events_events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "an_occasion_ends_after_it_starts" CHECK("events_occasions"."ends_at_ms" > "events_occasions"."starts_at_ms"),
	CONSTRAINT "an_occasion_seats_somebody" CHECK("events_occasions"."capacity" IS NULL OR "events_occasions"."capacity" BETWEEN 1 AND 10000),
	CONSTRAINT "sign_up_has_a_window_or_none" CHECK(("events_occasions"."sign_up_opens_at_ms" IS NULL) = ("events_occasions"."sign_up_closes_at_ms" IS NULL)
        AND coalesce("events_occasions"."sign_up_opens_at_ms" < "events_occasions"."sign_up_closes_at_ms", 1)
        AND coalesce("events_occasions"."sign_up_closes_at_ms" <= "events_occasions"."starts_at_ms", 1)),
	CONSTRAINT "without_sign_up_anybody_walks_in" CHECK("events_occasions"."sign_up_opens_at_ms" IS NOT NULL OR "events_occasions"."takes_walk_ins" = 1),
	CONSTRAINT "an_ended_occasion_says_who_ended_it" CHECK(("events_occasions"."state" = 'planned') = ("events_occasions"."ended_by" IS NULL)
        AND ("events_occasions"."state" = 'planned') = ("events_occasions"."ended_at_ms" IS NULL)
        AND ("events_occasions"."state" = 'cancelled') = ("events_occasions"."cancel_reason" IS NOT NULL)),
	CONSTRAINT "heads_are_counted_at_the_close" CHECK("events_occasions"."headcount" IS NULL OR ("events_occasions"."state" = 'closed' AND "events_occasions"."headcount" >= 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_occasions_public_key_unique` ON `events_occasions` (`public_key`);--> statement-breakpoint
CREATE INDEX `events_occasions_by_event` ON `events_occasions` (`event_id`,`starts_at_ms`);--> statement-breakpoint
CREATE INDEX `events_occasions_by_time` ON `events_occasions` (`state`,`ends_at_ms`);--> statement-breakpoint
CREATE TABLE `events_sign_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`occasion_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`queue_number` integer,
	`is_walk_in` integer NOT NULL,
	`asked_at_ms` integer NOT NULL,
	FOREIGN KEY (`occasion_id`) REFERENCES `events_occasions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_sign_up_a_person" CHECK("events_sign_ups"."id" = "events_sign_ups"."occasion_id" || '|' || "events_sign_ups"."person_id"),
	CONSTRAINT "who_waits_has_a_number" CHECK("events_sign_ups"."state" <> 'waiting' OR "events_sign_ups"."queue_number" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_sign_ups_by_person` ON `events_sign_ups` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `events_sign_ups_by_occasion` ON `events_sign_ups` (`occasion_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_place_in_line_a_number` ON `events_sign_ups` (`occasion_id`,`queue_number`);--> statement-breakpoint
CREATE TABLE `ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`book` text NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`floor` integer,
	`balance` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`book`) REFERENCES `ledger_books`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "within_floor" CHECK("ledger_accounts"."floor" IS NULL OR "ledger_accounts"."balance" >= "ledger_accounts"."floor")
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_accounts_by_owner` ON `ledger_accounts` (`owner_id`);--> statement-breakpoint
CREATE INDEX `ledger_accounts_by_book` ON `ledger_accounts` (`book`,`kind`);--> statement-breakpoint
CREATE TABLE `ledger_books` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`target_id` text NOT NULL,
	`amount` integer NOT NULL,
	`lapse_at_ms` integer NOT NULL,
	`state` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_holds_by_lapse` ON `ledger_holds` (`state`,`lapse_at_ms`);--> statement-breakpoint
CREATE TABLE `ledger_memos` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`salt` text,
	`words` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_postings` (
	`account_id` text NOT NULL,
	`seq` integer NOT NULL,
	`change` integer NOT NULL,
	`balance_after` integer NOT NULL,
	PRIMARY KEY(`account_id`, `seq`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `ledger_tip` (
	`id` integer PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`lease_until_ms` integer NOT NULL,
	`group_no` integer NOT NULL,
	`group_id` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "one_tip_a_bank" CHECK("ledger_tip"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_transfers` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`book` text NOT NULL,
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`target_id` text NOT NULL,
	`amount` integer NOT NULL,
	`hold_id` text,
	`lapse_at_ms` integer,
	`reverses_id` text,
	`code` text NOT NULL,
	`subject_id` text,
	`memo_digest` text,
	`request_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "moves_a_whole_positive_amount" CHECK("ledger_transfers"."amount" BETWEEN 1 AND 1000000000),
	CONSTRAINT "moves_between_two_accounts" CHECK("ledger_transfers"."source_id" <> "ledger_transfers"."target_id"),
	CONSTRAINT "names_its_hold" CHECK(("ledger_transfers"."kind" IN ('collect', 'release')) = ("ledger_transfers"."hold_id" IS NOT NULL)),
	CONSTRAINT "a_hold_lapses" CHECK(("ledger_transfers"."kind" = 'hold') = ("ledger_transfers"."lapse_at_ms" IS NOT NULL)),
	CONSTRAINT "names_what_it_reverses" CHECK(("ledger_transfers"."kind" = 'reverse') = ("ledger_transfers"."reverses_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_transfers_id_unique` ON `ledger_transfers` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reversed_once` ON `ledger_transfers` (`reverses_id`) WHERE "ledger_transfers"."reverses_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `ledger_transfers_by_subject` ON `ledger_transfers` (`subject_id`);--> statement-breakpoint
CREATE TABLE `notices_board` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`site_path` text NOT NULL,
	`title` text NOT NULL,
	`lines` text NOT NULL,
	`posted_at_ms` integer NOT NULL,
	`until_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `notices_board_by_site` ON `notices_board` (`site_path`,`until_ms`);--> statement-breakpoint
CREATE TABLE `notices_inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`at_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `notices_inbox_by_person` ON `notices_inbox` (`person_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `answered_requests` (
	`request_id` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`answer` text NOT NULL,
	`at_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`request_id` text PRIMARY KEY NOT NULL,
	`command` text NOT NULL,
	`actor_id` text NOT NULL,
	`acting_as` text NOT NULL,
	`area_path` text,
	`subject_id` text,
	`outcome` text NOT NULL,
	`at_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entries_by_subject` ON `audit_entries` (`subject_id`,`at_ms`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`at_ms`);--> statement-breakpoint
CREATE TABLE `bank_charter` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	CONSTRAINT "one_charter_a_bank" CHECK("bank_charter"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `redemption_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`item_id` text NOT NULL,
	`branch_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`source_kind` text NOT NULL,
	`source_name` text NOT NULL,
	`is_named_in_public` integer NOT NULL,
	`received_on` text NOT NULL,
	`unit_value_fen` integer,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `redemption_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `redemption_branches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "a_batch_is_not_empty" CHECK("redemption_batches"."quantity" >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `redemption_batches_by_item` ON `redemption_batches` (`branch_id`,`item_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `redemption_branches` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `redemption_branches_area_id_unique` ON `redemption_branches` (`area_id`);--> statement-breakpoint
CREATE TABLE `redemption_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`facts` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `redemption_items` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`specification` text NOT NULL,
	`category` text NOT NULL,
	`unit` text NOT NULL,
	`price` integer NOT NULL,
	`value_fen` integer NOT NULL,
	`monthly_max` integer NOT NULL,
	`is_on_shelf` integer NOT NULL,
	CONSTRAINT "goods_have_a_price" CHECK("redemption_items"."price" BETWEEN 1 AND 100000),
	CONSTRAINT "a_monthly_limit_lets_one_through" CHECK("redemption_items"."monthly_max" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `redemption_items_code_unique` ON `redemption_items` (`code`);--> statement-breakpoint
CREATE TABLE `redemption_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`number` text NOT NULL,
	`household_id` text NOT NULL,
	`branch_id` text NOT NULL,
	`item_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`points` integer NOT NULL,
	`state` text NOT NULL,
	`points_hold_id` text,
	`goods_hold_id` text,
	`points_move_id` text,
	`goods_move_id` text,
	`digits` text,
	`pickup_hash` text,
	`card_id` text,
	`second_look` text,
	`collected_by_person_id` text,
	`reversal_reason` text,
	`reserved_at_ms` integer NOT NULL,
	`lapse_at_ms` integer NOT NULL,
	`ended_at_ms` integer,
	FOREIGN KEY (`household_id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `redemption_branches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `redemption_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "an_open_order_holds_points_and_goods" CHECK("redemption_orders"."state" <> 'reserved' OR ("redemption_orders"."points_hold_id" IS NOT NULL AND "redemption_orders"."goods_hold_id" IS NOT NULL AND "redemption_orders"."digits" IS NOT NULL)),
	CONSTRAINT "what_was_handed_over_can_be_answered" CHECK("redemption_orders"."state" NOT IN ('collected', 'reversed') OR ("redemption_orders"."points_move_id" IS NOT NULL AND "redemption_orders"."goods_move_id" IS NOT NULL)),
	CONSTRAINT "a_card_needs_a_second_look" CHECK("redemption_orders"."card_id" IS NULL OR "redemption_orders"."second_look" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `redemption_orders_pickup_hash_unique` ON `redemption_orders` (`pickup_hash`);--> statement-breakpoint
CREATE INDEX `redemption_orders_by_household` ON `redemption_orders` (`household_id`,`reserved_at_ms`);--> statement-breakpoint
CREATE INDEX `redemption_orders_by_branch` ON `redemption_orders` (`branch_id`,`state`,`reserved_at_ms`);--> statement-breakpoint
CREATE INDEX `redemption_orders_by_lapse` ON `redemption_orders` (`state`,`lapse_at_ms`);--> statement-breakpoint
CREATE UNIQUE INDEX `six_figures_find_one_open_order` ON `redemption_orders` (`branch_id`,`digits`) WHERE "redemption_orders"."state" = 'reserved';--> statement-breakpoint
CREATE TABLE `redemption_quotas` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`used` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `scoring_awards` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`household_id` text NOT NULL,
	`person_id` text NOT NULL,
	`rule_code` text NOT NULL,
	`rule_version` integer NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`points` integer NOT NULL,
	`cut_by` text,
	`state` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at_ms` integer NOT NULL,
	CONSTRAINT "an_award_is_never_negative" CHECK("scoring_awards"."points" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scoring_awards_subject_id_unique` ON `scoring_awards` (`subject_id`);--> statement-breakpoint
CREATE INDEX `scoring_awards_by_household` ON `scoring_awards` (`household_id`,`state`);--> statement-breakpoint
CREATE TABLE `scoring_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`points` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `scoring_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`rule_version` integer NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`title` text NOT NULL,
	`points` integer NOT NULL,
	`unit` text NOT NULL,
	`period` text NOT NULL,
	`period_cap` integer NOT NULL,
	`evidence` text NOT NULL,
	`review_path` text NOT NULL,
	`publicity_working_days` integer NOT NULL,
	`is_remediable` integer NOT NULL,
	`remedy` text NOT NULL,
	`effective_on` text NOT NULL,
	`note` text NOT NULL,
	CONSTRAINT "an_earning_adds_and_a_deduction_takes" CHECK(("scoring_rules"."kind" = 'earning' AND "scoring_rules"."points" > 0) OR ("scoring_rules"."kind" = 'deduction' AND "scoring_rules"."points" < 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scoring_rules_by_code` ON `scoring_rules` (`code`,`rule_version`);--> statement-breakpoint
CREATE TABLE `scoring_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`value` text NOT NULL,
	`unit` text NOT NULL,
	`note` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `selection_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`area_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`seats` integer NOT NULL,
	`state` text NOT NULL,
	`nominate_until_ms` integer NOT NULL,
	`vote_from_ms` integer NOT NULL,
	`vote_until_ms` integer NOT NULL,
	`publicity_days` integer NOT NULL,
	`publicity_until_ms` integer,
	`count_asked_by` text,
	`count_opened_by` text,
	FOREIGN KEY (`area_id`) REFERENCES `community_areas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "two_open_the_urn" CHECK("selection_campaigns"."count_opened_by" IS NULL OR "selection_campaigns"."count_opened_by" <> "selection_campaigns"."count_asked_by"),
	CONSTRAINT "a_count_was_opened_by_somebody" CHECK("selection_campaigns"."state" NOT IN ('publicity', 'concluded') OR "selection_campaigns"."count_opened_by" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `selection_campaigns_by_state` ON `selection_campaigns` (`state`,`vote_until_ms`);--> statement-breakpoint
CREATE TABLE `selection_candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`household_id` text NOT NULL,
	`number` integer NOT NULL,
	`story` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `selection_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `a_home_stands_once` ON `selection_candidates` (`campaign_id`,`household_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `a_number_names_one` ON `selection_candidates` (`campaign_id`,`number`);--> statement-breakpoint
CREATE TABLE `selection_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `selection_candidates`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `selection_choices_by_candidate` ON `selection_choices` (`campaign_id`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `selection_honours` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`household_id` text NOT NULL,
	`conferred_at_ms` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `selection_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `an_honour_is_conferred_once` ON `selection_honours` (`campaign_id`,`household_id`);--> statement-breakpoint
CREATE TABLE `selection_nominations` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`household_id` text NOT NULL,
	`by_household_id` text NOT NULL,
	`story` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `selection_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `community_households`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `a_home_recommends_another_once` ON `selection_nominations` (`campaign_id`,`household_id`,`by_household_id`);--> statement-breakpoint
CREATE TABLE `volunteering_services` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`household_id` text NOT NULL,
	`starts_at_ms` integer NOT NULL,
	`ends_at_ms` integer NOT NULL,
	`minutes` integer NOT NULL,
	`helped` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`return_reason` text,
	`decided_by` text,
	`decided_at_ms` integer,
	`logged_at_ms` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `community_people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "minutes_are_the_time_between" CHECK("volunteering_services"."minutes" * 60000 = "volunteering_services"."ends_at_ms" - "volunteering_services"."starts_at_ms"),
	CONSTRAINT "a_service_lasts_half_an_hour" CHECK("volunteering_services"."minutes" BETWEEN 30 AND 720),
	CONSTRAINT "a_service_is_over" CHECK("volunteering_services"."ends_at_ms" <= "volunteering_services"."logged_at_ms"),
	CONSTRAINT "a_decided_service_says_by_whom" CHECK(("volunteering_services"."state" IN ('confirmed', 'returned')) = ("volunteering_services"."decided_by" IS NOT NULL AND "volunteering_services"."decided_at_ms" IS NOT NULL)),
	CONSTRAINT "nobody_confirms_the_own_service" CHECK(coalesce("volunteering_services"."decided_by" <> "volunteering_services"."person_id", 1)),
	CONSTRAINT "a_returned_service_says_why" CHECK(("volunteering_services"."state" = 'returned') = ("volunteering_services"."return_reason" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `volunteering_services_by_person` ON `volunteering_services` (`person_id`,`starts_at_ms`);--> statement-breakpoint
CREATE INDEX `volunteering_services_by_state` ON `volunteering_services` (`state`,`logged_at_ms`);
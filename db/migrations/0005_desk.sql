CREATE TABLE `day_closes` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer NOT NULL,
	`person_id` text NOT NULL,
	`closed_at` integer NOT NULL,
	`report` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `day_closes_by_store_and_date` ON `day_closes` (`store_id`,`date`);--> statement-breakpoint
CREATE UNIQUE INDEX `day_closes_by_store_and_end` ON `day_closes` (`store_id`,`to`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_uuid` text,
	`sale_id` text,
	`store_id` text,
	`reference` text,
	`type` text,
	`status` text,
	`amount_cents` integer,
	`currency` text,
	`due_at` integer,
	`stage` text NOT NULL,
	`outcome` text,
	`opened_at` integer NOT NULL,
	`reported_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `disputes_by_store` ON `disputes` (`store_id`,`stage`,`due_at`);--> statement-breakpoint
CREATE INDEX `disputes_by_sale` ON `disputes` (`sale_id`);--> statement-breakpoint
CREATE TABLE `payout_differences` (
	`id` text PRIMARY KEY NOT NULL,
	`payout_uuid` text,
	`line_id` text,
	`movement_uuid` text,
	`sale_id` text,
	`store_id` text,
	`kind` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`found_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	`note` text,
	FOREIGN KEY (`payout_uuid`) REFERENCES `payouts`(`uuid`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payout_differences_by_payout` ON `payout_differences` (`payout_uuid`);--> statement-breakpoint
CREATE INDEX `payout_differences_open` ON `payout_differences` (`resolved_at`,`found_at`);--> statement-breakpoint
CREATE TABLE `payout_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`payout_uuid` text NOT NULL,
	`ordinal` integer NOT NULL,
	`type` text NOT NULL,
	`type_code` text NOT NULL,
	`order_uuid` text,
	`reference` text,
	`sezzle_order_id` text,
	`event_date` text,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`sale_id` text,
	`store_id` text,
	`movement_uuid` text,
	FOREIGN KEY (`payout_uuid`) REFERENCES `payouts`(`uuid`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payout_lines_by_payout` ON `payout_lines` (`payout_uuid`,`ordinal`);--> statement-breakpoint
CREATE INDEX `payout_lines_by_order` ON `payout_lines` (`order_uuid`);--> statement-breakpoint
CREATE INDEX `payout_lines_by_movement` ON `payout_lines` (`movement_uuid`);--> statement-breakpoint
CREATE TABLE `payouts` (
	`uuid` text PRIMARY KEY NOT NULL,
	`payout_currency` text NOT NULL,
	`settlement_currency` text,
	`payout_date` text NOT NULL,
	`net_settlement_cents` integer NOT NULL,
	`final_payout_cents` integer,
	`forex_fees_cents` integer,
	`status` text NOT NULL,
	`seen_at` integer NOT NULL,
	`read_at` integer,
	`totals` text,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `payouts_by_date` ON `payouts` (`payout_date`,`uuid`);--> statement-breakpoint
CREATE TABLE `refund_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`person_id` text NOT NULL,
	`register_id` text,
	`amount_cents` integer NOT NULL,
	`reason` text NOT NULL,
	`additional` integer NOT NULL,
	`wish_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`operation_id` text,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`register_id`) REFERENCES `registers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refund_requests_wish_id_unique` ON `refund_requests` (`wish_id`);--> statement-breakpoint
CREATE INDEX `refund_requests_open` ON `refund_requests` (`store_id`,`created_at`) WHERE decision is null;--> statement-breakpoint
CREATE INDEX `refund_requests_by_sale` ON `refund_requests` (`sale_id`);--> statement-breakpoint
ALTER TABLE `operations` ADD `approved_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `movements` ADD `store_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `movements` ADD `sale_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `movements_by_store_and_time` ON `movements` (`store_id`,`first_seen_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `pin_hash` text;--> statement-breakpoint
ALTER TABLE `registers` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `stores` ADD `cut_off_hour` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stores` ADD `refund_reasons` text DEFAULT '["Returned goods","Price adjustment","Mistake"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `stores` ADD `contact_retention_days` integer;--> statement-breakpoint
UPDATE `movements` SET
	`sale_id` = coalesce((SELECT `attempts`.`sale_id` FROM `orders` JOIN `attempts` ON `attempts`.`id` = `orders`.`attempt_id` WHERE `orders`.`uuid` = `movements`.`order_uuid`), ''),
	`store_id` = coalesce((SELECT `sales`.`store_id` FROM `orders` JOIN `attempts` ON `attempts`.`id` = `orders`.`attempt_id` JOIN `sales` ON `sales`.`id` = `attempts`.`sale_id` WHERE `orders`.`uuid` = `movements`.`order_uuid`), '');
--> statement-breakpoint
CREATE TRIGGER `day_closes_are_never_changed` BEFORE UPDATE ON `day_closes`
BEGIN
	SELECT RAISE(ABORT, 'a closed day is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `day_closes_are_never_deleted` BEFORE DELETE ON `day_closes`
BEGIN
	SELECT RAISE(ABORT, 'a closed day is never deleted');
END;

CREATE TABLE `payout_reads` (
	`id` integer PRIMARY KEY NOT NULL,
	`lease` text,
	`lease_until` integer,
	`next_read_at` integer NOT NULL,
	`read_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`checked_until` integer
);
--> statement-breakpoint
CREATE TABLE `payout_sums` (
	`payout_uuid` text NOT NULL,
	`owner` text NOT NULL,
	`store_id` text NOT NULL,
	`type_code` text NOT NULL,
	`lines` integer NOT NULL,
	`amount_cents` integer NOT NULL,
	`ours_cents` integer NOT NULL,
	PRIMARY KEY(`payout_uuid`, `owner`, `store_id`, `type_code`),
	FOREIGN KEY (`payout_uuid`) REFERENCES `payouts`(`uuid`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payout_sums_by_store` ON `payout_sums` (`store_id`,`payout_uuid`);--> statement-breakpoint
DROP INDEX `payout_lines_by_movement`;--> statement-breakpoint
ALTER TABLE `payout_lines` ADD `chargeback_code` text;--> statement-breakpoint
ALTER TABLE `payout_lines` ADD `owner` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `payout_lines_by_movement` ON `payout_lines` (`movement_uuid`);--> statement-breakpoint
ALTER TABLE `payout_differences` ADD `order_uuid` text;--> statement-breakpoint
ALTER TABLE `payout_differences` ADD `about` text;--> statement-breakpoint
CREATE INDEX `disputes_by_order` ON `disputes` (`order_uuid`);--> statement-breakpoint
CREATE INDEX `orders_second` ON `orders` (`created_at`) WHERE kind = 'second';--> statement-breakpoint
CREATE INDEX `orders_by_sezzle_id` ON `orders` (snapshot ->> '$.authorization.sezzleOrderId');--> statement-breakpoint
CREATE INDEX `payouts_to_read` ON `payouts` (`read_at`,`payout_date`);--> statement-breakpoint
CREATE INDEX `attempts_further` ON `attempts` (`created_at`) WHERE ordinal > 1;--> statement-breakpoint
CREATE INDEX `sales_by_store_and_person` ON `sales` (`store_id`,`person_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `sales_by_store_and_register` ON `sales` (`store_id`,`register_id`,`status`,`created_at`,`id`);
--> statement-breakpoint
CREATE TRIGGER `day_closes_are_never_replaced` BEFORE INSERT ON `day_closes` WHEN EXISTS (SELECT 1 FROM `day_closes` WHERE `id` = NEW.`id` OR (`store_id` = NEW.`store_id` AND `date` = NEW.`date`))
BEGIN
	SELECT RAISE(ABORT, 'a closed day is never closed again');
END;
--> statement-breakpoint
CREATE TRIGGER `day_closes_never_overlap` BEFORE INSERT ON `day_closes` WHEN NEW.`from` >= NEW.`to` OR EXISTS (SELECT 1 FROM `day_closes` WHERE `id` <> NEW.`id` AND `store_id` = NEW.`store_id` AND `date` <> NEW.`date` AND `from` < NEW.`to` AND `to` > NEW.`from`)
BEGIN
	SELECT RAISE(ABORT, 'closed days of a store never overlap');
END;

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
CREATE INDEX `payouts_to_read` ON `payouts` (`read_at`,`payout_date`);
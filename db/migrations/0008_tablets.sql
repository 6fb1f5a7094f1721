CREATE TABLE `pairing_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`register_id` text NOT NULL,
	`made_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`register_id`) REFERENCES `registers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pairing_codes_by_register` ON `pairing_codes` (`register_id`);--> statement-breakpoint
CREATE TABLE `tablets` (
	`id` text PRIMARY KEY NOT NULL,
	`register_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`device` text NOT NULL,
	`paired_by` text NOT NULL,
	`paired_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`unpaired_by` text,
	`unpaired_at` integer,
	FOREIGN KEY (`register_id`) REFERENCES `registers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paired_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unpaired_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tablets_token_hash_unique` ON `tablets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `tablets_by_register` ON `tablets` (`register_id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `tablet_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `by_pin` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `sessions_by_tablet` ON `sessions` (`tablet_id`);
CREATE TABLE `contact_words` (
	`word` text NOT NULL,
	`contact_id` text NOT NULL,
	PRIMARY KEY(`word`, `contact_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_words_by_contact` ON `contact_words` (`contact_id`);--> statement-breakpoint
CREATE TABLE `sale_words` (
	`word` text NOT NULL,
	`sale_id` text NOT NULL,
	PRIMARY KEY(`word`, `sale_id`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sale_words_by_sale` ON `sale_words` (`sale_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed_secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `sales_by_store_and_status`;--> statement-breakpoint
CREATE INDEX `sales_by_store_and_amount` ON `sales` (`store_id`,`amount_cents`);--> statement-breakpoint
CREATE INDEX `sales_by_store_and_status` ON `sales` (`store_id`,`status`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `history` ADD `about_person_id` text;--> statement-breakpoint
CREATE INDEX `history_about_person` ON `history` (`about_person_id`,`seq`);--> statement-breakpoint
ALTER TABLE `people` ADD `password_until` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `roles_changed_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser_id` text;--> statement-breakpoint
CREATE INDEX `memberships_by_store` ON `memberships` (`store_id`);--> statement-breakpoint
CREATE INDEX `attempts_by_contact` ON `attempts` (`contact_id`);
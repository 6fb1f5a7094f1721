ALTER TABLE `operations` ADD `unconfirmed_at` integer;--> statement-breakpoint
ALTER TABLE `operations` ADD `next_repeat_at` integer;--> statement-breakpoint
CREATE INDEX `operations_to_repeat` ON `operations` (`next_repeat_at`) WHERE next_repeat_at is not null;
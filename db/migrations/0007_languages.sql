ALTER TABLE `people` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `sales` ADD `shopper_locale` text;
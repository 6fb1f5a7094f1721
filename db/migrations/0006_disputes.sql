CREATE INDEX `disputes_by_order` ON `disputes` (`order_uuid`);--> statement-breakpoint
CREATE INDEX IF NOT EXISTS `orders_second` ON `orders` (`created_at`) WHERE kind = 'second';--> statement-breakpoint
CREATE INDEX IF NOT EXISTS `attempts_further` ON `attempts` (`created_at`) WHERE ordinal > 1;
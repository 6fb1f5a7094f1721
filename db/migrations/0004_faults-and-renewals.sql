CREATE TABLE `gateway_health` (
	`id` integer PRIMARY KEY NOT NULL,
	`down_since` integer,
	`quiet_until` integer
);
--> statement-breakpoint
DROP INDEX `operations_one_open_a_sale`;--> statement-breakpoint
CREATE UNIQUE INDEX `operations_one_open_a_sale` ON `operations` (`sale_id`) WHERE kind in ('cancel_checkout', 'capture', 'release', 'refund', 'reauthorize') and state in ('prepared', 'sending', 'unconfirmed');--> statement-breakpoint
ALTER TABLE `attempts` ADD `renewal_operation_id` text;--> statement-breakpoint
ALTER TABLE `stores` ADD `capture_policy` text DEFAULT 'at_hand_over' NOT NULL;--> statement-breakpoint
ALTER TABLE `webhook_events` ADD `problem` text;
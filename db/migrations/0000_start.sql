CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text,
	`email` text,
	`name` text,
	`created_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE TABLE `history` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`store_id` text,
	`sale_id` text,
	`order_uuid` text,
	`operation_id` text,
	`person_id` text,
	`register_id` text,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `history_by_sale` ON `history` (`sale_id`,`seq`);--> statement-breakpoint
CREATE INDEX `history_by_person` ON `history` (`person_id`,`seq`);--> statement-breakpoint
CREATE TABLE `identity` (
	`id` integer PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`merchant_uuid` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `operations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`sale_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`order_uuid` text,
	`amount_cents` integer,
	`currency` text NOT NULL,
	`input` text NOT NULL,
	`reason` text,
	`wish_id` text NOT NULL,
	`seen_version` integer NOT NULL,
	`person_id` text NOT NULL,
	`register_id` text,
	`prepared_at` integer NOT NULL,
	`first_sent_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`lease` text,
	`lease_until` integer,
	`ended_at` integer,
	`settled_by` text,
	`movement_uuid` text,
	`problem` text,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`register_id`) REFERENCES `registers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operations_wish_id_unique` ON `operations` (`wish_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `operations_one_open_a_sale` ON `operations` (`sale_id`) WHERE kind in ('cancel_checkout', 'capture', 'release', 'refund') and state in ('prepared', 'sending', 'unconfirmed');--> statement-breakpoint
CREATE UNIQUE INDEX `operations_one_opening_an_attempt` ON `operations` (`attempt_id`) WHERE kind = 'open_checkout';--> statement-breakpoint
CREATE INDEX `operations_by_sale` ON `operations` (`sale_id`,`prepared_at`);--> statement-breakpoint
CREATE INDEX `operations_by_attempt` ON `operations` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `operations_leased` ON `operations` (`lease_until`) WHERE state in ('prepared', 'sending');--> statement-breakpoint
CREATE INDEX `operations_refunds_by_person` ON `operations` (`person_id`,`prepared_at`) WHERE kind = 'refund';--> statement-breakpoint
CREATE TABLE `movements` (
	`uuid` text PRIMARY KEY NOT NULL,
	`order_uuid` text NOT NULL,
	`kind` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`operation_id` text,
	`source` text,
	`first_seen_at` integer NOT NULL,
	FOREIGN KEY (`order_uuid`) REFERENCES `orders`(`uuid`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `movements_operation_id_unique` ON `movements` (`operation_id`);--> statement-breakpoint
CREATE INDEX `movements_by_order` ON `movements` (`order_uuid`);--> statement-breakpoint
CREATE TABLE `order_asks` (
	`order_uuid` text PRIMARY KEY NOT NULL,
	`wanted` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`hint` text NOT NULL,
	`lease` text,
	`lease_until` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`failed_at` integer,
	`next_ask_at` integer,
	`watched_until` integer
);
--> statement-breakpoint
CREATE INDEX `order_asks_by_next` ON `order_asks` (`next_ask_at`);--> statement-breakpoint
CREATE TABLE `orders` (
	`uuid` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`attempt_id` text,
	`session_uuid` text,
	`checkout_url` text,
	`snapshot` text,
	`asked_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `orders_by_attempt` ON `orders` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`person_id` text NOT NULL,
	`store_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `store_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_in_name` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`is_owner` integer DEFAULT false NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_sign_in_name_unique` ON `people` (`sign_in_name`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_end` ON `sessions` (`ended_at`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`channel` text NOT NULL,
	`contact_id` text NOT NULL,
	`reference_id` text NOT NULL,
	`shopper_token` text NOT NULL,
	`checkout_expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_reference_id_unique` ON `attempts` (`reference_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_shopper_token_unique` ON `attempts` (`shopper_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_by_sale` ON `attempts` (`sale_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `sales` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`register_id` text,
	`person_id` text NOT NULL,
	`number` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`receipt_number` text,
	`created_at` integer NOT NULL,
	`current_attempt_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`authorized_cents` integer DEFAULT 0 NOT NULL,
	`captured_cents` integer DEFAULT 0 NOT NULL,
	`released_cents` integer DEFAULT 0 NOT NULL,
	`refunded_cents` integer DEFAULT 0 NOT NULL,
	`checkout_expires_at` integer,
	`authorization_expires_at` integer,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`register_id`) REFERENCES `registers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sales_number_unique` ON `sales` (`number`);--> statement-breakpoint
CREATE INDEX `sales_by_store_and_time` ON `sales` (`store_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `sales_by_status_and_expiry` ON `sales` (`status`,`checkout_expires_at`);--> statement-breakpoint
CREATE INDEX `sales_by_store_and_status` ON `sales` (`store_id`,`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`key` text PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_tries_by_time` ON `sign_in_tries` (`last_at`);--> statement-breakpoint
CREATE TABLE `registers` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registers_by_store` ON `registers` (`store_id`);--> statement-breakpoint
CREATE TABLE `stores` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`currency` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`min_cents` integer NOT NULL,
	`max_cents` integer NOT NULL,
	`checkout_ttl_ms` integer NOT NULL,
	`cashier_refund_limit_cents` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stores_code_unique` ON `stores` (`code`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_uuid` text NOT NULL,
	`event` text NOT NULL,
	`order_uuid` text,
	`received_at` integer NOT NULL,
	`deliveries` integer DEFAULT 1 NOT NULL,
	`raw` blob,
	`processed_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_events_event_uuid_unique` ON `webhook_events` (`event_uuid`);--> statement-breakpoint
CREATE INDEX `webhook_events_waiting` ON `webhook_events` (`next_try_at`) WHERE processed_at is null;
CREATE INDEX `orders_by_sezzle_id` ON `orders` (snapshot ->> '$.authorization.sezzleOrderId');--> statement-breakpoint
CREATE INDEX `sales_by_store_and_person` ON `sales` (`store_id`,`person_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `sales_by_store_and_register` ON `sales` (`store_id`,`register_id`,`status`,`created_at`,`id`);
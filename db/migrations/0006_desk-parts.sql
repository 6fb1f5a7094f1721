CREATE INDEX `disputes_by_order` ON `disputes` (`order_uuid`);--> statement-breakpoint
CREATE INDEX `orders_second` ON `orders` (`created_at`) WHERE kind = 'second';--> statement-breakpoint
CREATE INDEX `orders_by_sezzle_id` ON `orders` (snapshot ->> '$.authorization.sezzleOrderId');--> statement-breakpoint
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

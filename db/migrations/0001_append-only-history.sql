CREATE TRIGGER `history_is_never_changed` BEFORE UPDATE ON `history`
BEGIN
	SELECT RAISE(ABORT, 'history is append-only: a line is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `history_is_never_deleted` BEFORE DELETE ON `history`
BEGIN
	SELECT RAISE(ABORT, 'history is append-only: a line is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `history_is_never_replaced` BEFORE INSERT ON `history` WHEN EXISTS (SELECT 1 FROM `history` WHERE `seq` = NEW.`seq`)
BEGIN
	SELECT RAISE(ABORT, 'history is append-only: a line is never replaced');
END;

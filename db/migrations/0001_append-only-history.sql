CREATE TRIGGER `history_is_never_changed` BEFORE UPDATE ON `history`
BEGIN
	SELECT RAISE(ABORT, 'history is append-only: a line is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `history_is_never_deleted` BEFORE DELETE ON `history`
BEGIN
	SELECT RAISE(ABORT, 'history is append-only: a line is never deleted');
END;

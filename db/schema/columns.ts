import { integer, text } from "drizzle-orm/sqlite-core";

/** A moment in UTC, kept as milliseconds since 1970. */
export const moment = (name: string) => integer(name, { mode: "timestamp_ms" });

/** A random id, made by the app. */
export const id = (name = "id") => text(name);

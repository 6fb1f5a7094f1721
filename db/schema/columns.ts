import { customType, integer, text } from "drizzle-orm/sqlite-core";
import type { SezzleOrder } from "#lib/sezzle-order.ts";

/** A moment in UTC, kept as milliseconds since 1970. */
export const moment = (name: string) => integer(name, { mode: "timestamp_ms" });

/** A random id, made by the app. */
export const id = (name = "id") => text(name);

/** Sezzle's answer about an order, as JSON. Its moments come back as moments. */
export const orderSnapshot = customType<{ data: SezzleOrder; driverData: string }>({
  dataType: () => "text",
  toDriver: (order) => JSON.stringify(order),
  fromDriver: (json) =>
    JSON.parse(json, (key, value) =>
      (key === "checkoutExpiresAt" || key === "expiresAt") && value !== null ? new Date(value) : value,
    ),
});

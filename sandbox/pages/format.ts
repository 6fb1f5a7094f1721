import type { Currency } from "../orders/order-row.ts";

/** Whole cents as money for people: `$84.50`, or `CA$84.50` for an American reader. */
export function formatMoney(amountCents: number, currency: Currency, locale = "en-US"): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amountCents / 100);
}

/** A moment as a phone shows it: `Nov 22, 14:03:07`, in UTC like everything in the sandbox's books. */
export function formatTime(at: number): string {
  return new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(at);
}

/** A UTC day for people: `Sun, Nov 22, 2026`. */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    month: "short",
    day: "numeric",
    year: "numeric",
    timeZone: "UTC",
  }).format(at);
}

/** A North American number as people write it: `(612) 555-0147`. Anything else stays as it is. */
export function formatPhone(phone: string): string {
  const match = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : phone;
}

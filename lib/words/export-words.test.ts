import { expect, test } from "vitest";
import { everyOrder } from "../order-query.ts";
import { exportProgressWords, exportWords, filterWords } from "./export-words.ts";

test("how far an export is: of about how many, or, where that is not known or was too few, so far", () => {
  expect(exportProgressWords(12_400, 48_000, "en-US")).toBe("12,400 of about 48,000 orders");
  expect(exportProgressWords(1, null, "en-US")).toBe("1 order so far");
  expect(exportProgressWords(51, 50, "en-US")).toBe("51 orders so far");
  expect(exportWords.en.saved(1_000_000)).toBe("Saved: 1,000,000 orders");
  expect(exportProgressWords(12_400, 48_000, "fr-CA")).toBe("12\u00a0400 sur environ 48\u00a0000 commandes");
  expect(exportProgressWords(1, null, "fr-CA")).toBe("1 commande pour l'instant");
});

test("the history says what was exported, and never what was searched for", () => {
  const stores = ["Maple Street", "Harbour Road"];
  const nobody = { stores, person: null, register: null };
  expect(filterWords(everyOrder, nobody, "en-US")).toBe("Maple Street, Harbour Road");
  const days = (from: string | null, to: string | null) =>
    filterWords({ ...everyOrder, from, to }, { ...nobody, stores: [] }, "en-US");
  expect(days("2026-11-01", "2026-11-01")).toBe("2026-11-01");
  expect(days("2026-11-01", "2026-11-30")).toBe("2026-11-01 to 2026-11-30");
  expect(days("2026-11-01", null)).toBe("from 2026-11-01 on");
  expect(days(null, "2026-11-30")).toBe("until 2026-11-30");
  const full = filterWords(
    { ...everyOrder, group: "paid", search: "ada@example.com" },
    { stores: ["Maple Street"], person: "Casey", register: "Register 1" },
    "en-US",
  );
  expect(full).toBe("Maple Street · Paid · started by Casey · at Register 1 · narrowed by a search");
});

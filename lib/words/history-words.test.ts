import { expect, test } from "vitest";
import type { HistoryData, HistoryKind, HistoryLineView } from "../sale-view.ts";
import { historyKinds } from "../sale-view.ts";
import { historySentence } from "./history-words.ts";

function line(
  kind: HistoryKind,
  data: HistoryData = {},
  person: string | null = "Cashier 2",
): HistoryLineView {
  return { seq: 1, at: "2026-11-22T20:03:07Z", kind, person, about: null, register: "Register 2", data };
}

const usd = (amountCents: number) => ({ amountCents, currency: "USD" as const });
const amounts = { authorizedCents: 10_000, capturedCents: 2000, releasedCents: 0, refundedCents: 500 };

test.each<[HistoryKind, HistoryData, string, string | undefined]>([
  ["sale.started", usd(8450), "Cashier 2 started a sale of $84.50", undefined],
  [
    "operation.prepared",
    { operation: "open_checkout", channel: "sms" },
    "Cashier 2 asked Sezzle to send a link by text",
    undefined,
  ],
  [
    "operation.prepared",
    { operation: "refund", ...usd(2000), reason: "Returned goods" },
    "Cashier 2 asked to refund $20.00",
    "reason: Returned goods",
  ],
  [
    "operation.succeeded",
    { operation: "open_checkout", channel: "email", settledBy: "reply" },
    "Sezzle sent the link by e-mail",
    "Sezzle's answer",
  ],
  [
    "operation.succeeded",
    { operation: "capture", ...usd(8450), settledBy: "order" },
    "$84.50 captured",
    "Sezzle's order shows it",
  ],
  [
    "operation.succeeded",
    { operation: "set_reference", referenceId: "R-1" },
    "Receipt number set to R-1",
    undefined,
  ],
  [
    "operation.rejected",
    { operation: "refund", ...usd(2000), message: "too much", debugUuid: "d-1" },
    "Sezzle refused the refund of $20.00",
    "too much · debug d-1",
  ],
  [
    "orders.exported",
    { message: "Maple Street · Paid" },
    "Cashier 2 began to export orders",
    "Maple Street · Paid",
  ],
  ["orders.exported", { count: 1_234, isWhole: true }, "Cashier 2 exported 1,234 orders", undefined],
  [
    "orders.exported",
    { count: 1, isWhole: false },
    "Cashier 2 exported 1 order, and then the export ended early",
    undefined,
  ],
  [
    "operation.unconfirmed",
    { operation: "capture", ...usd(8450) },
    "The answer to the capture of $84.50 was lost",
    "not known whether it went through",
  ],
  [
    "operation.abandoned",
    { operation: "release", ...usd(8450) },
    "The release of $84.50 was never sent",
    "nothing reached Sezzle",
  ],
  [
    "operation.repeated",
    { operation: "capture", ...usd(8450) },
    "Cashier 2 had the capture of $84.50 asked for again",
    "the same request, not a second one",
  ],
  [
    "order.changed",
    { to: "authorized", currency: "USD", amounts, confirmedBy: "webhook" },
    "Sezzle approved $100.00",
    "webhook, then asked",
  ],
  [
    "order.changed",
    { to: "partially_captured", currency: "USD", amounts, confirmedBy: "operation" },
    "$20.00 of $100.00 is taken",
    "asked after the request",
  ],
  [
    "order.changed",
    { to: "partially_refunded", currency: "USD", amounts, confirmedBy: "poll" },
    "$5.00 of $20.00 is refunded",
    "regular check",
  ],
  ["order.changed", { to: "checkout_expired", confirmedBy: "poll" }, "Now: Link expired", "regular check"],
  [
    "movement.elsewhere",
    { movement: "refund", ...usd(2000), source: "dashboard" },
    "A refund of $20.00 was made outside this till",
    "in Sezzle's dashboard",
  ],
  ["person.signed_in", {}, "Cashier 2 signed in", undefined],
  [
    "store.changed",
    { store: "Maple Street", fromPolicy: "at_hand_over", toPolicy: "at_once" },
    "Cashier 2 set Maple Street to capture at once when approved",
    "before: capture at hand-over",
  ],
])("%s with %o reads: %s", (kind, data, title, detail) => {
  expect(historySentence(line(kind, data), "en-US")).toEqual(
    detail === undefined ? { title } : { title, detail },
  );
});

test.each<[HistoryKind, HistoryData, string | null, string, string]>([
  [
    "operation.prepared",
    { operation: "refund", ...usd(4620), reason: "Returned goods" },
    "Cashier 2",
    "Cashier 2 asked to refund $46.20",
    "approved by Morgan · reason: Returned goods",
  ],
  [
    "refund.approved",
    { ...usd(4620), byPin: true },
    "Olive",
    "Olive approved the refund of $46.20",
    "asked for by Morgan · with their PIN",
  ],
  [
    "refund.declined",
    { ...usd(4620), reason: "No receipt" },
    "Olive",
    "Olive declined the refund of $46.20",
    "asked for by Morgan · reason: No receipt",
  ],
  [
    "refund.declined",
    { ...usd(4620), message: "nothing is left to refund" },
    null,
    "The till declined the refund of $46.20",
    "asked for by Morgan · nothing is left to refund",
  ],
  [
    "action.refused",
    { action: "refund.approve_by_pin", code: "wrong_pin" },
    "Cashier 2",
    "Cashier 2 was refused: approving a refund with the PIN of Morgan",
    "wrong PIN",
  ],
])("%s names both people: %s", (kind, data, person, title, detail) => {
  expect(historySentence({ ...line(kind, data, person), about: "Morgan" }, "en-US")).toEqual({
    title,
    detail,
  });
});

test("what nobody pressed is told of the till", () => {
  expect(historySentence(line("sale.started", {}, null), "en-US").title).toBe("The till started a sale");
});

test("amounts follow the reader's locale", () => {
  const { title } = historySentence(line("sale.started", { amountCents: 8450, currency: "CAD" }), "en-US");
  expect(title).toBe("Cashier 2 started a sale of CA$84.50");
});

const kindsInEach = ["en-US", "en-CA", "fr-CA"].flatMap((locale) =>
  historyKinds.map((kind) => ({ kind, locale })),
);

test.each(kindsInEach)(
  "$kind makes a sentence in $locale even of a line without data",
  ({ kind, locale }) => {
    const { title } = historySentence(line(kind), locale);
    expect(title).toMatch(/^\S.*\S$/);
    expect(title).not.toMatch(/undefined|null/);
  },
);

test.each([...historyKinds])("%s is told in French in words of its own", (kind) => {
  const [english, french] = ["en-US", "fr-CA"].map((locale) => historySentence(line(kind), locale).title);
  expect(french).not.toBe(english);
});

const fullData: HistoryData = {
  ...usd(8450),
  ...{ operation: "refund", settledBy: "order", reason: "Retour", confirmedBy: "poll", movement: "refund" },
  ...{ to: "partially_captured", amounts, source: "dashboard", count: 1_234, isWhole: true },
};

test.each([...historyKinds])("%s tells the same amounts in both languages", (kind) => {
  const digits = (locale: string) =>
    historySentence({ ...line(kind, fullData), about: "Olive" }, locale).title.replaceAll(/\D/g, "");
  expect(digits("fr-CA")).toBe(digits("en-US"));
});

test.each<[HistoryKind, HistoryData, string | null, string, string | undefined]>([
  ["sale.started", usd(8450), null, "La caisse a commencé une vente de 84,50\u00a0$\u00a0US", undefined],
  [
    "operation.unconfirmed",
    { operation: "capture", amountCents: 8450, currency: "CAD" },
    null,
    "La réponse de Sezzle pour l'encaissement de 84,50\u00a0$ s'est perdue",
    "on ne sait pas si cela a été fait",
  ],
  [
    "operation.succeeded",
    { operation: "open_checkout", channel: "sms", settledBy: "reply" },
    null,
    "Sezzle a envoyé le lien par texto",
    "réponse de Sezzle",
  ],
  [
    "person.role_changed",
    { role: "manager", store: "Rue des Érables" },
    "Morgan",
    "Cashier 2 a donné à Morgan le rôle de gérant dans Rue des Érables",
    undefined,
  ],
  ["person.second_factor_off", {}, "Olive", "Cashier 2 a désactivé le deuxième facteur d'Olive", undefined],
  [
    "action.refused",
    { action: "sale.refund", code: "over_refund_limit" },
    null,
    "Refusé à Cashier 2\u00a0: un remboursement",
    "au-dessus de la limite pour une journée",
  ],
  [
    "orders.exported",
    { count: 1_234, isWhole: false },
    null,
    "Cashier 2 a exporté 1\u00a0234 commandes, puis l'exportation s'est interrompue",
    undefined,
  ],
])("%s with %o reads in French", (kind, data, about, title, detail) => {
  const person = kind === "sale.started" ? null : "Cashier 2";
  expect(historySentence({ ...line(kind, data, person), about }, "fr-CA")).toEqual(
    detail === undefined ? { title } : { title, detail },
  );
});

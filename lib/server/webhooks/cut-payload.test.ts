import { expect, test } from "vitest";
import { cutPayload } from "./cut-payload.ts";

const ada = { phone: "+16125550147", email: "ada@example.com", name: "Ada Lovelace" };
const payload = (data: unknown) => Buffer.from(JSON.stringify({ uuid: "e", event: "order.captured", data }));
const cut = (data: unknown) => JSON.parse(String(cutPayload(payload(data), ada))).data;

test.each<[string, unknown]>([
  ["with its country", "+16125550147"],
  ["without", "6125550147"],
  ["as people write it", "(612) 555-0147"],
  ["with dots", "1.612.555.0147"],
  ["within a sentence", "call 612 555-0147 first"],
  ["as a number", 6125550147],
  ["an e-mail in capitals", "ADA@Example.com"],
  ["a first name", "Ada"],
  ["a whole name within words", "for Ada Lovelace"],
])("a shopper's contact goes from a payload, written %s, and the rest stays", (_how, value) => {
  expect(cut({ uuid: "o", deep: [{ value }], amount: 100 })).toEqual({
    uuid: "o",
    deep: [{ value: null }],
    amount: 100,
  });
});

test("a payload that holds nothing of the shopper stays byte by byte", () => {
  const raw = payload({ uuid: "adapter", phone: "+14155550147", note: "Adam" });
  expect(cutPayload(raw, ada)).toBe(raw);
});

test("a number that is the name of a field goes, too", () => {
  expect(JSON.stringify(cut({ "6125550147": 1, ok: 2 }))).not.toContain("6125550147");
});

test("bytes that cannot be read go as a whole when they hold it", () => {
  expect(cutPayload(Buffer.from("{ phone: 612-555-0147"), ada)).toBeNull();
  const other = Buffer.from("no JSON");
  expect(cutPayload(other, ada)).toBe(other);
});

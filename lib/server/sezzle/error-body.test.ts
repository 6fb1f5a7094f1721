import { describe, expect, it } from "vitest";
import { parseErrorBody } from "./error-body.ts";

const written = {
  code: "invalid",
  location: "order.reference_id",
  message: "is too long",
  debug_uuid: "d-1",
};
const read = { code: "invalid", location: "order.reference_id", message: "is too long", debugUuid: "d-1" };
const nothing = { code: null, location: null, message: null, debugUuid: null };

describe("parseErrorBody", () => {
  it.each([
    ["a list", [written, { ...written, code: "bad_request" }], [read, { ...read, code: "bad_request" }]],
    ["one bare object", written, [read]],
    ["a code alone", [{ code: "duplicate" }], [{ ...nothing, code: "duplicate" }]],
    ["a code that is a number", { code: 42 }, [{ ...nothing, code: "42" }]],
    ["an empty list", [], []],
    ["an object of another kind", { oops: true }, []],
    ["null", null, []],
    ["text", "no", []],
  ])("reads %s", (_, body, expected) => {
    expect(parseErrorBody(JSON.stringify(body))).toEqual(expected);
  });

  it.each(["", "<html>Bad gateway</html>", '[{"code":'])("finds nothing in %j", (raw) => {
    expect(parseErrorBody(raw)).toEqual([]);
  });

  it.each([
    ["+16125550147 cannot get texts", "[number] cannot get texts"],
    ['phone "6125550147" is invalid', 'phone "[number]" is invalid'],
    ["(612) 555-0147 is no mobile", "[number] is no mobile"],
    ["mail to jane.doe+x@shop.example bounced", "mail to [e-mail] bounced"],
    ["unknown key sz_pr_abc123", "unknown key [key]"],
    ["Order amount must be greater than $35", "Order amount must be greater than $35"],
    [
      "order 3f2b8c1e-9d4a-4f6b-8a7c-123456789012 not found",
      "order 3f2b8c1e-9d4a-4f6b-8a7c-123456789012 not found",
    ],
  ])("keeps people and keys out of %j", (message, kept) => {
    expect(parseErrorBody(JSON.stringify([{ message }]))).toEqual([{ ...nothing, message: kept }]);
  });

  it("is quick with a long text and keeps little of it", () => {
    const [entry] = parseErrorBody(JSON.stringify({ message: "a".repeat(900_000) }));
    expect(entry?.message).toHaveLength(500);
  });
});

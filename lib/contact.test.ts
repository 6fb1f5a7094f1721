import { expect, test } from "vitest";
import { type Country, formatAsTyped, maskContact, namesContact, readContact } from "./contact.ts";

test.each<[string, Country]>([
  ["5125550147", "US"],
  ["15125550147", "US"],
  ["+15125550147", "US"],
  ["(512) 555-0147", "US"],
  ["512-555-0147", "US"],
  ["512.555.0147", "US"],
  ["512 555 0147", "US"],
  ["512–555–0147", "US"],
  ["1-512-555-0147", "US"],
  ["1 (512) 555-0147", "US"],
  ["+1 (512) 555‑0147", "US"],
  ["+ 1 512 555 0147", "US"],
  ["(+1) 512 555 0147", "US"],
  ["  512 555 0147 ", "US"],
  ["512 555 0147", "CA"],
])("a US number written %j is the same number in a shop of %s", (text, country) => {
  expect(readContact(text, country)).toEqual({
    kind: "sms",
    phone: "+15125550147",
    national: "(512) 555-0147",
  });
});

test.each<[string, Country]>([
  ["4165550123", "CA"],
  ["416-555-0123", "CA"],
  ["1 416 555 0123", "CA"],
  ["+1 416 555 0123", "US"],
  ["416.555.0123", "US"],
])("a Canadian number written %j is the same number in a shop of %s", (text, country) => {
  expect(readContact(text, country)).toMatchObject({ kind: "sms", phone: "+14165550123" });
});

test.each([
  "",
  "   ",
  "5",
  "911",
  "512 555",
  "512 555 014",
  "+",
  "+1",
  "+1 512 555 014",
  "+4",
  "+44 20",
  "1",
])("%j may still become a number", (text) => {
  expect(readContact(text, "US")).toEqual({ kind: "incomplete" });
});

test("a number is not called wrong at any of its first nine digits", () => {
  for (let length = 0; length < 10; length += 1)
    expect(readContact("5125550147".slice(0, length), "US")).toEqual({ kind: "incomplete" });
});

test.each(["+44 20 7946 0958", "+49 30 901820", "+525512345678"])(
  "%s is refused: Sezzle texts to the US and Canada only",
  (text) => {
    expect(readContact(text, "US")).toEqual({
      kind: "wrong",
      sentence: "Sezzle sends texts to numbers in the US and Canada only.",
    });
  },
);

test.each([
  "0000000000",
  "11122233334",
  "5120550147",
  "876 555 1234",
  "(242) 359-1234",
  "51255501470",
  "512555014712",
  "0044 20 7946 0958",
])("%s is no number of the US or Canada", (text) => {
  expect(readContact(text, "US")).toMatchObject({ kind: "wrong" });
});

test.each([
  ["sam@example.com", "sam@example.com"],
  [" Sam.Lee+till@Example.CO ", "sam.lee+till@example.co"],
  ["o'neil@mail.example.org", "o'neil@mail.example.org"],
  ["5125550147@example.com", "5125550147@example.com"],
])("%j is the e-mail address %s", (text, email) => {
  expect(readContact(text, "US")).toEqual({ kind: "email", email });
});

test.each(["s", "sam", "sam@", "sam@example", "sam@example.", "@"])(
  "%j may still become an e-mail",
  (text) => {
    expect(readContact(text, "CA")).toEqual({ kind: "incomplete" });
  },
);

test.each([
  "sam lee@example.com",
  "sam@@example.com",
  "sam@-example.com",
  "@example.com",
  "josé@example.com",
])("%j is no e-mail address", (text) => {
  expect(readContact(text, "CA")).toMatchObject({ kind: "wrong" });
});

test("an e-mail address longer than any mail server takes is refused", () => {
  const ofLength = (length: number) => `${"a".repeat(length - "@example.com".length)}@example.com`;
  expect(readContact(ofLength(254), "US")).toMatchObject({ kind: "email" });
  expect(readContact(ofLength(255), "US")).toMatchObject({ kind: "wrong" });
});

test.each([
  ["512", "(512)"],
  ["512555", "(512) 555"],
  ["5125550147", "(512) 555-0147"],
  ["+15125550147", "+1 512 555 0147"],
  ["sam@exa", "sam@exa"],
])("%s is shown as %s while it is typed", (text, shown) => {
  expect(formatAsTyped(text, "US")).toBe(shown);
});

test("a number shown as typed reads as the number that was typed", () => {
  const shown = formatAsTyped("5125550147", "US");
  expect(readContact(shown, "US")).toEqual(readContact("5125550147", "US"));
});

test.each([
  [{ kind: "sms" as const, phone: "+15125550147" }, "(•••) •••-0147"],
  [{ kind: "email" as const, email: "sam.lee@example.com" }, "s•••@example.com"],
  [{ kind: "email" as const, email: "s@example.com" }, "s•••@example.com"],
])("a mask of %o shows %s and nothing else", (address, masked) => {
  expect(maskContact(address)).toBe(masked);
});

test("ten digits that begin with the country's code are still being typed", () => {
  expect(readContact("1416555012", "CA")).toEqual({ kind: "incomplete" });
});

test.each([
  ["call 612 555-0147", true],
  ["(612) 555.0147", true],
  ["+16125550147", true],
  ["5550147", true],
  ["ada@example.com", true],
  ["see ada@example.com, please", true],
  ["Shopper comes back at 5", false],
  ["see MAPLE-261122-7K3FQ and MAPLE-261122-44444", false],
  ["goods for $1,084.50 handed over at 14:03", false],
  ["@ the counter", false],
  ["", false],
])("%j names a contact: %s", (words, is) => {
  expect(namesContact(words)).toBe(is);
});

import { expect, test } from "vitest";
import { formatAsTyped, formatContact, maskContact, namesContact, readContact } from "./contact.ts";

test.each([
  "5125550147",
  "15125550147",
  "+15125550147",
  "(512) 555-0147",
  "512-555-0147",
  "512.555.0147",
  "512 555 0147",
  "512–555–0147",
  "1-512-555-0147",
  "1 (512) 555-0147",
  "+1 (512) 555‑0147",
  "+ 1 512 555 0147",
  "(+1) 512 555 0147",
  "  512 555 0147 ",
  "512 555 0147",
])("a US number is the same number written %j", (text) => {
  expect(readContact(text)).toEqual({
    kind: "sms",
    phone: "+15125550147",
    national: "(512) 555-0147",
  });
});

test.each(["4165550123", "416-555-0123", "1 416 555 0123", "+1 416 555 0123", "416.555.0123"])(
  "a Canadian number is the same number written %j",
  (text) => {
    expect(readContact(text)).toMatchObject({ kind: "sms", phone: "+14165550123" });
  },
);

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
  expect(readContact(text)).toEqual({ kind: "incomplete" });
});

test("a number is not called wrong at any of its first nine digits", () => {
  for (let length = 0; length < 10; length += 1)
    expect(readContact("5125550147".slice(0, length))).toEqual({ kind: "incomplete" });
});

test.each(["+44 20 7946 0958", "+49 30 901820", "+525512345678"])(
  "%s is refused: Sezzle texts to the US and Canada only",
  (text) => {
    expect(readContact(text)).toEqual({
      kind: "wrong",
      fault: "foreign",
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
  expect(readContact(text)).toMatchObject({ kind: "wrong" });
});

test.each([
  ["sam@example.com", "sam@example.com"],
  [" Sam.Lee+till@Example.CO ", "sam.lee+till@example.co"],
  ["o'neil@mail.example.org", "o'neil@mail.example.org"],
  ["5125550147@example.com", "5125550147@example.com"],
])("%j is the e-mail address %s", (text, email) => {
  expect(readContact(text)).toEqual({ kind: "email", email });
});

test.each(["s", "sam", "sam@", "sam@example", "sam@example.", "@"])(
  "%j may still become an e-mail",
  (text) => {
    expect(readContact(text)).toEqual({ kind: "incomplete" });
  },
);

test.each([
  "sam lee@example.com",
  "sam@@example.com",
  "sam@-example.com",
  "@example.com",
  "josé@example.com",
])("%j is no e-mail address", (text) => {
  expect(readContact(text)).toMatchObject({ kind: "wrong" });
});

test("an e-mail address longer than any mail server takes is refused", () => {
  const ofLength = (length: number) => `${"a".repeat(length - "@example.com".length)}@example.com`;
  expect(readContact(ofLength(254))).toMatchObject({ kind: "email" });
  expect(readContact(ofLength(255))).toMatchObject({ kind: "wrong" });
});

test.each([
  ["512", "(512)"],
  ["512555", "(512) 555"],
  ["5125550147", "(512) 555-0147"],
  ["+15125550147", "+1 512 555 0147"],
  ["sam@exa", "sam@exa"],
])("%s is shown as %s while it is typed", (text, shown) => {
  expect(formatAsTyped(text)).toBe(shown);
});

test("a number shown as typed reads as the number that was typed", () => {
  const shown = formatAsTyped("5125550147");
  expect(readContact(shown)).toEqual(readContact("5125550147"));
});

test.each([
  [{ kind: "sms" as const, phone: "+15125550147" }, "(•••) •••-0147"],
  [{ kind: "email" as const, email: "sam.lee@example.com" }, "s•••@example.com"],
  [{ kind: "email" as const, email: "s@example.com" }, "s•••@example.com"],
])("a mask of %o shows %s and nothing else", (address, masked) => {
  expect(maskContact(address)).toBe(masked);
});

test("ten digits that begin with the country's code are still being typed", () => {
  expect(readContact("1416555012")).toEqual({ kind: "incomplete" });
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

test.each([
  [{ kind: "sms" as const, phone: "+15125550147" }, "(512) 555-0147"],
  [{ kind: "sms" as const, phone: "+442079460958" }, "+442079460958"],
  [{ kind: "email" as const, email: "sam.lee@example.com" }, "sam.lee@example.com"],
])("the whole contact %o is written %s", (address, written) => {
  expect(formatContact(address)).toBe(written);
});

test.each([
  ["1", "1"],
  ["15125550147", "1 (512) 555-0147"],
  ["51255501471", "51255501471"],
  ["+4420", "+4420"],
])("%s is shown as %s, so that what is too long or from elsewhere is seen", (text, shown) => {
  expect(formatAsTyped(text)).toBe(shown);
});

test.each(["8005550147", "9005550147", "5005550147"])("%s reaches nobody's mobile", (text) => {
  expect(readContact(text)).toEqual({ kind: "wrong", fault: "number" });
});

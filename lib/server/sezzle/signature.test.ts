import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifySignature } from "./signature.ts";

const key = "sz_pr_example";
const body = Buffer.from('{"uuid":"e-1",  "event":"order.authorized","note":"é"}');
const digest = createHmac("sha256", key).update(body).digest("hex");

describe("verifySignature", () => {
  it("agrees with a digest computed elsewhere", () => {
    // RFC 4231, test case 2.
    const known = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    expect(verifySignature(Buffer.from("what do ya want for nothing?"), known, "Jefe")).toBe(true);
  });

  it.each([
    ["lower-case hex", digest],
    ["upper-case hex", digest.toUpperCase()],
    ["a sha256= prefix", `sha256=${digest}`],
    ["blanks around it", ` ${digest} `],
  ])("accepts %s", (_, header) => {
    expect(verifySignature(body, header, key)).toBe(true);
  });

  it.each([
    ["no header", null],
    ["an empty header", ""],
    ["a digest cut short", digest.slice(0, 63)],
    ["a digest with more behind it", `${digest}00`],
    ["a list of digests", `${digest},${digest}`],
    ["another algorithm's prefix", `sha1=${digest}`],
    ["letters that are not hex", "z".repeat(64)],
    ["another body's digest", createHmac("sha256", key).update("{}").digest("hex")],
    ["another key's digest", createHmac("sha256", "sz_pr_other").update(body).digest("hex")],
  ])("refuses %s", (_, header) => {
    expect(verifySignature(body, header, key)).toBe(false);
  });

  it("holds for the exact bytes only, not for the same JSON written anew", () => {
    expect(verifySignature(Buffer.from(JSON.stringify(JSON.parse(body.toString()))), digest, key)).toBe(
      false,
    );
  });

  it("refuses everything while there is no key", () => {
    expect(verifySignature(body, createHmac("sha256", "").update(body).digest("hex"), "")).toBe(false);
  });
});

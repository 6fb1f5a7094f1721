import { expect, test, vi } from "vitest";
import { beginAsNewProcess } from "../testing/new-process.ts";
import { seal, unseal } from "./seal.ts";

/** From here on it is a process that was started with this secret. */
function startWith(secret: string): void {
  beginAsNewProcess();
  vi.stubEnv("AUTH_SECRET", secret);
}

test("what was sealed is opened again, and no two seals of a text are alike", () => {
  startWith("a".repeat(32));
  const sealed = seal("JBSWY3DPEHPK3PXP");
  expect(unseal(sealed)).toBe("JBSWY3DPEHPK3PXP");
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(seal("JBSWY3DPEHPK3PXP")).not.toBe(sealed);
});

test("a process with the same secret opens it, one with another does not", () => {
  startWith("a".repeat(32));
  const sealed = seal("JBSWY3DPEHPK3PXP");
  startWith("b".repeat(32));
  expect(unseal(sealed)).toBeNull();
  startWith("a".repeat(32));
  expect(unseal(sealed)).toBe("JBSWY3DPEHPK3PXP");
});

test("what was changed, cut or never sealed is not opened", () => {
  startWith("a".repeat(32));
  const sealed = seal("JBSWY3DPEHPK3PXP");
  const bytes = Buffer.from(sealed, "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed.toString("base64url")), `byte ${at}`).toBeNull();
  }
  for (const text of ["", "AAAA", sealed.slice(0, 20), "not base64 at all!"]) expect(unseal(text)).toBeNull();
});

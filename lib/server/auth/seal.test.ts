import { expect, test, vi } from "vitest";

const registry = Symbol.for("till-for-sezzle");

/** Sealing as a process does it that was started with this secret. */
async function startedWith(secret: string) {
  vi.stubEnv("AUTH_SECRET", secret);
  (globalThis as { [registry]?: Map<string, unknown> })[registry]?.clear();
  vi.resetModules();
  return import("./seal.ts");
}

test("what was sealed is opened again, and no two seals of a text are alike", async () => {
  const { seal, unseal } = await startedWith("a".repeat(32));
  const sealed = seal("JBSWY3DPEHPK3PXP");
  expect(unseal(sealed)).toBe("JBSWY3DPEHPK3PXP");
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(seal("JBSWY3DPEHPK3PXP")).not.toBe(sealed);
});

test("a process with the same secret opens it, one with another does not", async () => {
  const sealed = (await startedWith("a".repeat(32))).seal("JBSWY3DPEHPK3PXP");
  expect((await startedWith("b".repeat(32))).unseal(sealed)).toBeNull();
  expect((await startedWith("a".repeat(32))).unseal(sealed)).toBe("JBSWY3DPEHPK3PXP");
});

test("what was changed, cut or never sealed is not opened", async () => {
  const { seal, unseal } = await startedWith("a".repeat(32));
  const sealed = seal("JBSWY3DPEHPK3PXP");
  const bytes = Buffer.from(sealed, "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed.toString("base64url")), `byte ${at}`).toBeNull();
  }
  for (const text of ["", "AAAA", sealed.slice(0, 20), "not base64 at all!"]) expect(unseal(text)).toBeNull();
});

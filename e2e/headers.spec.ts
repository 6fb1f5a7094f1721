import { createHash } from "node:crypto";
import { expect, test } from "./support/test.ts";

test("every page names its own scripts, by a nonce or by what is in them, and may not be framed", async ({
  house,
  request,
}) => {
  const nonces = new Set<string>();
  for (const path of ["/sign-in", "/sign-in", "/nowhere", "/s/no-such-token/complete"]) {
    const answer = await request.get(`${house.app.url}${path}`);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const [, nonce, hash] =
      /script-src 'self' 'nonce-([^']+)' 'sha256-([^']+)' 'strict-dynamic';/.exec(policy) ?? [];
    expect(nonce, path).toBeTruthy();
    nonces.add(nonce ?? "");
    expect(policy).toContain("frame-ancestors 'none'");
    const scripts = [...(await answer.text()).matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
    const unnamed = scripts.filter(([, attributes]) => !attributes?.includes(`nonce="${nonce}"`));
    expect(scripts.length).toBeGreaterThan(unnamed.length);
    for (const [, , script = ""] of unnamed) {
      expect(createHash("sha256").update(script).digest("base64"), path).toBe(hash);
    }
  }
  expect(nonces.size).toBe(4);
});

test("every answer forbids sniffing, framing and telling other sites where one came from", async ({
  house,
  request,
}) => {
  for (const path of ["/sign-in", "/api/health/live", "/icon.svg"]) {
    const headers = (await request.get(`${house.app.url}${path}`)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("a whole sale breaks no rule of the policy", async ({ till, phone }) => {
  const broken: string[] = [];
  for (const { page } of [till, phone]) {
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) broken.push(message.text());
    });
  }
  const { mobile } = await till.sendLink(4400);
  await phone.buy(mobile);
  await till.shows("Approved");
  await till.press(/Part of it/);
  await expect(till.sheet).toBeVisible();
  await till.page.keyboard.press("Escape");
  await till.press("Capture $44.00");
  await till.shows("Paid");
  await till.page.reload();
  await till.shows("Paid");
  expect(broken).toEqual([]);
});

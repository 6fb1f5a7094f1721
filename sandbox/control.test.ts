import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { StartError } from "./database.ts";
import { readEnvironment } from "./environment.ts";
import { startSandbox } from "./server.ts";
import { startTestSandbox, usd } from "./testing/harness.ts";
import { startReceiver } from "./testing/receiver.ts";

describe("a restart", () => {
  it("loses nothing: tokens, orders, keys, messages, faults, readings and the log", async () => {
    const sandbox = await startTestSandbox();
    const firstUrl = sandbox.url();
    const uuid = await sandbox.authorizedOrder();
    const capture = () =>
      sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) }, "key-1");
    const first = await capture();
    await sandbox.control("PUT", "/readings", { completeStatus: "completed" });
    await sandbox.control("POST", "/faults", { call: "refund", kind: "cut" });
    const paths = [`/orders/${uuid}`, "/messages", "/faults", "/readings", "/requests?call=capture"];
    const state = async () => {
      const answers = await Promise.all(paths.map((path) => sandbox.control("GET", path)));
      // A restart may listen elsewhere, and links say where.
      return JSON.stringify(answers).replaceAll(sandbox.url(), "").replaceAll(firstUrl, "");
    };
    const before = await state();
    await sandbox.restart();
    expect(await state()).toEqual(before);
    expect((await capture()).body).toEqual(first.body);
    expect((await sandbox.books(uuid)).captured_in_cents).toBe(3000);
  });
});

describe("the control API", () => {
  it("makes an order of another channel and announces it", async () => {
    const sandbox = await startTestSandbox();
    const receiver = await startReceiver();
    await sandbox.gateway("POST", "/webhooks", { url: receiver.url, events: ["order.authorized"] });
    const order = await sandbox.control<{ uuid: string }>("POST", "/orders", {
      ...usd(5000),
      metadata: { channel: "web" },
    });
    await expect.poll(() => receiver.received.length, { timeout: 8000 }).toBe(1);
    expect((await sandbox.gateway("GET", `/order/${order.uuid}`)).body).toMatchObject({
      checkout_status: "complete",
      metadata: { channel: "web" },
      authorization: { authorization_amount: usd(5000) },
    });
  });

  it("moves money as Sezzle's own dashboard would, under the same rules", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    await sandbox.control("POST", `/orders/${uuid}/release`, { amount_in_cents: 4000 });
    const body = JSON.stringify({ amount_in_cents: 1 });
    expect(await sandbox.request("POST", `/control/api/orders/${uuid}/refund`, { body })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining("more than") },
    });
    expect((await sandbox.books(uuid)).movements).toMatchObject([
      { kind: "release", source: "dashboard", request_id: null },
    ]);
  });

  it("expires tokens, and empties everything on a reset", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    await sandbox.control("POST", "/tokens/expire");
    expect(await sandbox.gateway("GET", `/order/${uuid}`)).toMatchObject({
      status: 401,
      body: [{ code: "token_is_expired" }],
    });
    await sandbox.control("PUT", "/settings", { minimumCents: 3500 });
    await sandbox.control("POST", "/reset");
    for (const path of ["/orders", "/messages", "/requests", "/deliveries", "/faults"]) {
      expect(await sandbox.control("GET", path)).toEqual([]);
    }
    expect(await sandbox.control("GET", "/settings")).toMatchObject({ minimumCents: 100 });
  });

  it("keeps keys and tokens out of the request log", async () => {
    const sandbox = await startTestSandbox();
    await sandbox.authorizedOrder();
    const log = JSON.stringify(await sandbox.control("GET", "/requests"));
    expect(log).toContain("/v2/authentication");
    expect(log).not.toMatch(/sz_pr|sz_pub|Bearer/);
  });

  it("lets no other site's page change anything, and answers to no other name", async () => {
    const sandbox = await startTestSandbox();
    await sandbox.openCheckout();
    const reset = (headers: Record<string, string>) =>
      sandbox.request("POST", "/control/api/reset", { headers });
    expect((await reset({ origin: "http://evil.test" })).status).toBe(403);
    expect((await reset({ origin: "null" })).status).toBe(403);
    expect((await reset({ "sec-fetch-site": "same-site", origin: sandbox.url() })).status).toBe(403);
    expect(await statusWithHost(sandbox.url(), "evil.test")).toBe(421);
    expect(await sandbox.control("GET", "/orders")).toHaveLength(1);
    expect((await reset({ origin: sandbox.url() })).status).toBe(204);
  });

  it("has a page whose forms do the same", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    const post = (path: string, form: Record<string, string>) =>
      sandbox.request("POST", `/control/do${path}`, { body: new URLSearchParams(form) });
    expect(await post(`/orders/${uuid}/complete`, {})).toMatchObject({ status: 303 });
    expect((await sandbox.books(uuid)).checkout_status).toBe("complete");
    expect(
      await post("/faults", { call: "capture", kind: "status", status: "503", code: "", times: "2" }),
    ).toMatchObject({ status: 303 });
    expect(await sandbox.control("GET", "/faults")).toMatchObject([
      { call: "capture", status: 503, code: null, times: 2 },
    ]);
    expect(await post("/settings", { webhookRetrySeconds: "1, 2" })).toMatchObject({ status: 303 });
    expect(await post("/settings", { minimumCents: "many" })).toMatchObject({
      status: 400,
      body: expect.stringContaining("Nothing was changed"),
    });
    expect((await sandbox.request("GET", "/control")).body).toContain(uuid);
  });
});

describe("starting", () => {
  it("refuses a database that is none, or another program's", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-test-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const databasePath = join(folder, "notes.txt");
    writeFileSync(databasePath, "This is not a database, and long enough to be read as one. ".repeat(20));
    const environment = { ...readEnvironment({ SANDBOX_PORT: "0" }), databasePath };
    await expect(startSandbox(environment)).rejects.toThrow(StartError);
  });

  it("refuses a port that is taken, and a port that is none", async () => {
    const sandbox = await startTestSandbox();
    const taken = readEnvironment({
      SANDBOX_PORT: new URL(sandbox.url()).port,
      SANDBOX_DATABASE: ":memory:",
    });
    await expect(startSandbox(taken)).rejects.toThrow(/taken/);
    expect(() => readEnvironment({ SANDBOX_PORT: "http" })).toThrow(/SANDBOX_PORT/);
  });
});

/** A request under another host name, which fetch would not send. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port: new URL(url).port,
      path: "/control/api/orders",
      headers: { host },
    };
    httpRequest(options, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
}

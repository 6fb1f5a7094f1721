import { describe, expect, it, vi } from "vitest";
import { startTestSandbox, usd } from "./testing/harness.ts";

describe("faults", () => {
  it("lose the answer after acting, so that the same key finds the act done", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    const capture = () =>
      sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) }, "key-1");
    await sandbox.control("POST", "/faults", { call: "capture", kind: "lose_answer" });
    await expect(capture()).rejects.toThrow();
    expect(await sandbox.control("GET", `/requests?order=${uuid}&call=capture`)).toMatchObject([
      { acted: true, status: null, fault: "lose_answer" },
    ]);
    expect((await capture()).status).toBe(200);
    expect((await sandbox.books(uuid)).movements).toHaveLength(1);
  });

  it("cut the connection before acting", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    await sandbox.control("POST", "/faults", { call: "capture", kind: "cut" });
    await expect(
      sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(1) }),
    ).rejects.toThrow();
    expect((await sandbox.books(uuid)).movements).toHaveLength(0);
  });

  it("answer a status without acting, with Retry-After, as often as told", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    await sandbox.control("POST", "/faults", {
      call: "order_get",
      kind: "status",
      status: 429,
      retryAfterSeconds: 7,
      times: 2,
    });
    for (const _ of [1, 2]) {
      const answer = await sandbox.gateway("GET", `/order/${uuid}`);
      expect(answer).toMatchObject({ status: 429, body: [{ debug_uuid: expect.any(String) }] });
      expect(answer.headers.get("retry-after")).toBe("7");
    }
    expect((await sandbox.gateway("GET", `/order/${uuid}`)).status).toBe(200);
    expect(await sandbox.control("GET", "/faults")).toEqual([]);
  });

  it.each([
    ["act_then_status", 502],
    ["malformed", 200],
  ])("of the kind %s act and then answer badly", async (kind, status) => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    await sandbox.control("POST", "/faults", { call: "refund", kind, status: 502 });
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) });
    const answer = await sandbox.gateway("POST", `/order/${uuid}/refund`, usd(1000));
    expect(answer.status).toBe(status);
    if (kind === "malformed") expect(answer.body).toEqual(expect.any(String));
    expect((await sandbox.books(uuid)).refunded_in_cents).toBe(1000);
  });

  it.each([
    ["delay", 0],
    ["delay_after", 1],
  ])(
    "of the kind %s hold the call with %i movements made, and a shutdown cuts it short",
    async (kind, movements) => {
      const sandbox = await startTestSandbox();
      const uuid = await sandbox.authorizedOrder();
      await sandbox.control("POST", "/faults", { call: "*", kind, delayMs: 600_000 });
      const call = sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) });
      const outcome = expect(call).rejects.toThrow();
      await vi.waitFor(async () => {
        expect(await sandbox.control("GET", "/requests?call=capture")).toMatchObject([
          { status: null, acted: movements === 1, fault: kind },
        ]);
      });
      expect((await sandbox.books(uuid)).movements).toHaveLength(movements);
      await sandbox.restart();
      await outcome;
      expect((await sandbox.books(uuid)).movements).toHaveLength(movements);
    },
  );

  it("stay until removed when armed for ever, and are refused when they make no sense", async () => {
    const sandbox = await startTestSandbox();
    const { id } = await sandbox.control<{ id: number }>("POST", "/faults", {
      call: "session_get",
      kind: "status",
      status: 503,
      times: 0,
    });
    for (const _ of [1, 2, 3]) expect((await sandbox.gateway("GET", "/session/none")).status).toBe(503);
    await sandbox.control("DELETE", `/faults/${id}`);
    expect((await sandbox.gateway("GET", "/session/none")).status).toBe(404);
    for (const fault of [
      { call: "capture", kind: "status" },
      { call: "nothing", kind: "cut" },
      { call: "capture", kind: "delay" },
    ]) {
      const answer = await sandbox.request("POST", "/control/api/faults", { body: JSON.stringify(fault) });
      expect(answer).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    }
  });
});

import { describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox, usd } from "./testing/harness.ts";

const CARD = { number: "4242 4242 4242 4242", expiry: "12/34", cvv: "123" };

describe("the shopper's checkout", () => {
  it("leads from phone to plan to the shop, and authorizes the order", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    const shopper = browser(sandbox, uuid);
    expect(await shopper.get("")).toMatchObject({ status: 303, location: `/checkout/${uuid}/phone` });
    expect((await shopper.get("/phone")).text).toContain("(612) 555-0147");
    expect(await shopper.walkToReview("6-pay-monthly")).toMatchObject({
      status: 303,
      location: `/checkout/${uuid}/review`,
    });
    expect((await shopper.get("/review")).text).toContain("6 payments, every month");
    expect(await shopper.post("/review", {})).toMatchObject({
      status: 303,
      location: "http://shop.test/done",
    });
    expect((await sandbox.gateway("GET", `/order/${uuid}`)).body).toMatchObject({
      checkout_status: "complete",
      authorization: { authorization_amount: usd(10_000), financing_option: "6-pay-monthly" },
    });
    expect(await shopper.get("")).toMatchObject({
      status: 200,
      text: expect.stringContaining("Already completed"),
    });
  });

  it("completes once in two tabs", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    const tabs = [browser(sandbox, uuid), browser(sandbox, uuid)];
    for (const tab of tabs) await tab.walkToReview("4-pay-biweekly");
    const ends = await Promise.all(tabs.map((tab) => tab.post("/review", {})));
    expect(ends.filter((end) => end.location === "http://shop.test/done")).toHaveLength(1);
    expect(ends.filter((end) => end.text.includes("Already completed"))).toHaveLength(1);
  });

  it("lets nobody skip a step", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    const shopper = browser(sandbox, uuid);
    expect(await shopper.post("/review", {})).toMatchObject({ location: `/checkout/${uuid}/phone` });
    await shopper.post("/phone", { phone: "6125550147" });
    expect(await shopper.post("/card", CARD)).toMatchObject({ location: `/checkout/${uuid}/code` });
    expect(await shopper.get("/plan")).toMatchObject({ location: `/checkout/${uuid}/code` });
    expect((await sandbox.books(uuid)).checkout_status).toBe("active");
  });

  it("refuses a wrong number and a wrong one-time password", async () => {
    const sandbox = await startTestSandbox();
    const shopper = browser(sandbox, await sandbox.openCheckout());
    expect(await shopper.post("/phone", { phone: "12" })).toMatchObject({ status: 422 });
    await shopper.post("/phone", { phone: "(612) 555-0147" });
    expect(await shopper.post("/code", { code: "000000" })).toMatchObject({ status: 422 });
    expect(await shopper.post("/code", { code: "123123" })).toMatchObject({ status: 303 });
  });

  it.each([
    ["a declined card", { number: "4000000000000002" }, "declined"],
    ["another issuer's card", { number: "5555555555554444" }, "declined"],
    ["a number that fails its check digit", { number: "4242424242424241" }, "not a valid card number"],
    ["a month that is over", { expiry: "12/25" }, "month and year"],
    ["no security code", { cvv: "" }, "3 or 4 digits"],
  ])("refuses %s and takes a good one after it", async (_what, change, reason) => {
    const sandbox = await startTestSandbox();
    const shopper = browser(sandbox, await sandbox.openCheckout());
    await shopper.post("/phone", { phone: "6125550147" });
    await shopper.post("/code", { code: "123123" });
    expect(await shopper.post("/card", { ...CARD, ...change })).toMatchObject({
      status: 422,
      text: expect.stringContaining(reason),
    });
    expect(await shopper.post("/card", CARD)).toMatchObject({ status: 303 });
  });

  it("shows payments that sum to the cent, on days that exist", async () => {
    const sandbox = await startTestSandbox();
    const shopper = browser(sandbox, await sandbox.openCheckout({ order_amount: usd(10_001) }));
    await shopper.walkToReview("4-pay-monthly");
    const { text } = await shopper.get("/review");
    const cents = [...text.matchAll(/\$([\d.]+)<\/span>/g)].map((match) =>
      Math.round(Number(match[1]) * 100),
    );
    expect(cents).toEqual([2501, 2500, 2500, 2500, 10_001]);
    // The tests' clock stands on 31 January: February is shorter.
    expect(text).toContain("Sat, Feb 28, 2026");
    expect(text).toContain("Tue, Mar 31, 2026");
  });

  it("denies an amount over the shopper's spending power", async () => {
    const sandbox = await startTestSandbox();
    await sandbox.control("PUT", "/settings", { spendingPowerCents: 9999 });
    const uuid = await sandbox.openCheckout();
    const shopper = browser(sandbox, uuid);
    await shopper.walkToReview("4-pay-biweekly");
    await shopper.post("/review", {});
    expect((await shopper.get("")).text).toContain("Not approved");
    expect((await sandbox.gateway("GET", `/order/${uuid}`)).body).toMatchObject({
      checkout_status: "denied",
    });
  });

  it("can be given up and opened again", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    const shopper = browser(sandbox, uuid);
    expect(await shopper.post("/cancel", {})).toMatchObject({
      status: 303,
      location: "http://shop.test/cancelled",
    });
    expect((await sandbox.books(uuid)).checkout_status).toBe("active");
    expect(await shopper.get("/phone")).toMatchObject({ status: 200 });
  });

  it("says so when the link is dead or unknown", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    await sandbox.gateway("DELETE", `/order/${uuid}/checkout`);
    expect(await browser(sandbox, uuid).get("")).toMatchObject({
      status: 410,
      text: expect.stringContaining("no longer works"),
    });
    expect(await browser(sandbox, "unknown").get("")).toMatchObject({ status: 404 });
  });

  it("writes what the merchant sent as text, never as markup", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout({ description: "<script>alert(1)</script>" });
    const { text } = await browser(sandbox, uuid).get("/phone");
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toContain("<script>alert");
  });
});

/** A shopper's browser without scripts: it keeps the checkout's cookie and posts forms. */
function browser(sandbox: TestSandbox, uuid: string) {
  let cookie = "";
  async function visit(method: string, path: string, form?: Record<string, string>) {
    const answer = await sandbox.request(method, `/checkout/${uuid}${path}`, {
      headers: { cookie },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return { status: answer.status, location: answer.headers.get("location"), text: String(answer.body) };
  }
  const get = (path: string) => visit("GET", path);
  const post = async (path: string, form: Record<string, string>) => {
    const answer = await visit("POST", path, form);
    return answer.location === `/checkout/${uuid}` ? get("") : answer;
  };
  async function walkToReview(plan: string) {
    await post("/phone", { phone: "6125550147" });
    await post("/code", { code: "123123" });
    await post("/card", CARD);
    return post("/plan", { plan });
  }
  return { get, post, walkToReview };
}

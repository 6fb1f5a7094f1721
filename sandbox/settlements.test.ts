import { expect, test } from "vitest";
import { startTestSandbox, type TestSandbox, usd } from "./testing/harness.ts";

type Payout = {
  uuid: string;
  payout_date: string;
  net_in_cents: number;
  lines: { type: string; type_code: string; order_uuid: string | null; amount_in_cents: number }[];
};

const money = (sandbox: TestSandbox, uuid: string, call: string, cents: number) =>
  sandbox.gateway(
    "POST",
    `/order/${uuid}/${call}`,
    call === "capture" ? { capture_amount: usd(cents) } : usd(cents),
  );

const payOut = (sandbox: TestSandbox, wish: object = {}) =>
  sandbox.control<Payout>("POST", "/payouts", { currency: "USD", ...wish });

const linesOf = ({ lines }: Payout) => lines.map((it) => [it.type, it.type_code, it.amount_in_cents]);

async function details(sandbox: TestSandbox, uuid: string, query = ""): Promise<string[][]> {
  const answer = await sandbox.gateway("GET", `/settlements/details/${uuid}${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/csv");
  return (answer.body as string)
    .trimEnd()
    .split("\r\n")
    .map((row) => row.split(","));
}

test("a payout is made of what was captured and refunded, each movement once, with fees", async () => {
  const sandbox = await startTestSandbox();
  const whole = await sandbox.authorizedOrder();
  await money(sandbox, whole, "capture", 10_000);
  const inParts = await sandbox.authorizedOrder({ reference_id: "R-1002" });
  await money(sandbox, inParts, "capture", 2_000);
  await money(sandbox, inParts, "capture", 3_001);
  await money(sandbox, whole, "refund", 4_380);
  const first = await payOut(sandbox);
  expect(linesOf(first)).toEqual([
    ["ORDER", "001", 10_000],
    ["FEE", "003", -630],
    ["CAPTURE", "001", 2_000],
    ["FEE", "003", -150],
    ["CAPTURE", "001", 3_001],
    ["FEE", "003", -210],
    ["REFUND", "002", -4_380],
    ["RETURNED_FEE", "004", 263],
  ]);
  expect(first.net_in_cents).toBe(9_894);
  await expect(payOut(sandbox)).rejects.toThrow("nothing to pay out");
  await money(sandbox, whole, "refund", 500);
  expect(linesOf(await payOut(sandbox))).toEqual([
    ["REFUND", "002", -500],
    ["RETURNED_FEE", "004", 30],
  ]);
});

test("a payout goes up to a moment, and is in one currency", async () => {
  const sandbox = await startTestSandbox();
  const early = await sandbox.authorizedOrder();
  await money(sandbox, early, "capture", 1_000);
  const until = new Date(sandbox.now()).toISOString();
  sandbox.advance(1_000);
  const late = await sandbox.authorizedOrder();
  await money(sandbox, late, "capture", 2_000);
  await expect(payOut(sandbox, { currency: "CAD" })).rejects.toThrow("nothing to pay out");
  expect((await payOut(sandbox, { until })).lines.map((it) => it.order_uuid)).toEqual([early, early]);
  expect((await payOut(sandbox)).lines.map((it) => it.order_uuid)).toEqual([late, late]);
});

test("the details are CSV: names and values of the totals, then the lines, decimals in major units", async () => {
  const sandbox = await startTestSandbox();
  const uuid = await sandbox.authorizedOrder({ metadata: { till: '7, at "the" door' } });
  await money(sandbox, uuid, "capture", 10_000);
  await money(sandbox, uuid, "refund", 4_380);
  const payout = await payOut(sandbox, { plants: [{ kind: "correction", amount_in_cents: 30 }] });
  const [names = [], values = [], columns = [], order = [], , refund = [], , correction = []] = await details(
    sandbox,
    payout.uuid,
  );
  const total = (name: string) => values[names.indexOf(name)];
  expect(names).toHaveLength(20);
  expect(total("total_order_amount")).toBe("100.00");
  expect(total("total_refund_amount")).toBe("-43.80");
  expect(total("total_fee_amount")).toBe("-6.30");
  expect(total("total_returned_fee_amount")).toBe("2.63");
  expect(total("total_correction_amount")).toBe(".30");
  expect(total("total_chargeback_amount")).toBe("0");
  expect(total("net_settlement_amount")).toBe("52.83");
  expect(total("payment_uuid")).toBe(payout.uuid);
  const cell = (row: string[], name: string) => row[columns.indexOf(name)];
  expect(columns).toHaveLength(13);
  expect(cell(order, "order_uuid")).toBe(uuid);
  expect(cell(order, "customer_order_id")).toBe("R-1001");
  // As in the documented sample: the line is positive though its total is negative.
  expect(cell(refund, "amount")).toBe("43.80");
  expect(cell(correction, "amount")).toBe(".30");
  expect(cell(correction, "order_uuid")).toBe("");
  const withMetadata = await sandbox.gateway(
    "GET",
    `/settlements/details/${payout.uuid}?metadata=location_id,till`,
  );
  expect(withMetadata.body).toContain("sezzle_order_id,location_id,till\r\n");
  expect(withMetadata.body).toContain(',,"7, at ""the"" door"\r\n');
  await sandbox.control("PUT", "/readings", { refundLineSign: "negative", settlementDecimals: "plain" });
  const again = await details(sandbox, payout.uuid);
  expect(cell(again[5] ?? [], "amount")).toBe("-43.8");
  expect(again[1]?.[0]).toBe("100");
});

test("summaries come 20 a page, newest first, and can be had by dates and currency", async () => {
  const sandbox = await startTestSandbox();
  const made: string[] = [];
  for (let day = 1; day <= 23; day += 1) {
    const payout_date = `2026-01-${String(day).padStart(2, "0")}`;
    made.unshift((await payOut(sandbox, { payout_date, plants: [{ kind: "monthly_fee" }] })).uuid);
  }
  const ask = async (query: string) => {
    const { status, body } = await sandbox.gateway("GET", `/settlements/summaries${query}`);
    return { status, uuids: Array.isArray(body) ? body.map((it: { uuid: string }) => it.uuid) : [] };
  };
  expect((await ask("")).uuids).toEqual(made.slice(0, 20));
  expect((await ask("?offset=20")).uuids).toEqual(made.slice(20));
  expect((await ask("?start-date=2026-01-02&end-date=2026-01-04")).uuids).toEqual(made.slice(19, 22));
  expect((await ask("?currency-code=CAD")).uuids).toEqual([]);
  for (const wrong of ["?offset=-1", "?start-date=yesterday", "?currency-code=usd"])
    expect((await ask(wrong)).status).toBe(422);
  await sandbox.control("PUT", "/readings", { summaryPage: 30, summaryAmounts: "text" });
  expect((await ask("")).uuids).toEqual(made);
  const { body } = await sandbox.gateway("GET", "/settlements/summaries");
  expect((body as object[])[0]).toEqual({
    uuid: made[0],
    payout_currency: "USD",
    settlement_currency: "USD",
    payout_date: "2026-01-23",
    net_settlement_amount: "-15.00",
    final_payout_amount: "-15.00",
    forex_fees: "0",
    status: "Complete",
  });
});

test("settlements want a token, and are 404 for a payout that does not exist", async () => {
  const sandbox = await startTestSandbox();
  expect((await sandbox.request("GET", "/v2/settlements/summaries")).status).toBe(401);
  expect((await sandbox.gateway("GET", "/settlements/details/none")).status).toBe(404);
});

test("a difference of every kind can be planted, and the net follows its lines", async () => {
  const sandbox = await startTestSandbox();
  const uuid = await sandbox.authorizedOrder();
  await money(sandbox, uuid, "capture", 10_000);
  const codesOf = (payout: Payout) => payout.lines.map((it) => it.type_code);
  const missing = await payOut(sandbox, {
    plants: [{ kind: "monthly_fee" }, { kind: "missing_capture", order_uuid: uuid }],
  });
  expect(codesOf(missing)).toEqual(["013"]);
  const payout = await payOut(sandbox);
  expect(codesOf(payout)).toEqual(["001", "003"]);
  const kinds = [
    "wrong_amount",
    "twice",
    "unknown_order",
    "other_channel",
    "unknown_refund",
    "chargeback",
    "chargeback_reversal",
    "correction",
    "interest_transfer",
    "referral_transfer",
    "bank_withdrawal",
    "bank_withdrawal_reversal",
    "monthly_fee",
    "monthly_fee_refund",
    "unknown_type",
    "total_off",
    "net_off",
  ];
  let planted = payout;
  for (const kind of kinds)
    planted = await sandbox.control<Payout>("POST", `/payouts/${payout.uuid}/plants`, { kind });
  const codes = ["001", "002", "003", "005", "006", "007", "008", "009", "010", "011", "013", "014", "099"];
  expect(new Set(codesOf(planted))).toEqual(new Set(codes));
  const sum = planted.lines.reduce((cents, it) => cents + it.amount_in_cents, 0);
  expect(planted.net_in_cents).toBe(sum - 100);
  await expect(payOut(sandbox)).rejects.toThrow("nothing to pay out");
});

test("payouts outlive a restart, and the control page makes them and makes them wrong", async () => {
  const sandbox = await startTestSandbox();
  const uuid = await sandbox.authorizedOrder();
  await money(sandbox, uuid, "capture", 10_000);
  const form = (path: string, fields: Record<string, string>) =>
    sandbox.request("POST", `/control/do${path}`, {
      body: new URLSearchParams(fields),
      headers: { origin: sandbox.url() },
    });
  expect((await form("/payouts", { currency: "USD", until: "" })).status).toBe(303);
  await sandbox.restart();
  const [payout] = await sandbox.control<Payout[]>("GET", "/payouts");
  expect(payout?.net_in_cents).toBe(9_370);
  expect((await form(`/payouts/${payout?.uuid}/plants`, { kind: "twice", order_uuid: "" })).status).toBe(303);
  const page = await sandbox.request("GET", "/control");
  expect(page.body).toContain("$193.70");
  await sandbox.control("POST", "/reset");
  expect(await sandbox.control("GET", "/payouts")).toEqual([]);
});

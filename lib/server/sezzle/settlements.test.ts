import { afterEach, beforeEach, expect, test } from "vitest";
import { createGateway, type Gateway } from "./client.ts";
import { gatewayFailure } from "./gateway-failure.ts";
import { type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

let server: ScriptedServer;
let gateway: Gateway;

beforeEach(async () => {
  server = await startScriptedServer();
  gateway = createGateway({ baseUrl: server.url, publicKey: "p", privateKey: "k", wait: async () => {} });
});
afterEach(() => server.stop());

const days = { from: "2026-11-01", to: "2026-11-30" };
const answers = (...bodies: string[]) =>
  server.replies.push(...bodies.map((body) => ({ status: 200, body })));
const summary = (uuid: string, more = "") =>
  `{"uuid":"${uuid}","payout_currency":"USD","payout_date":"2026-11-22","net_settlement_amount":-43.80,"forex_fees":0,"status":"Complete"${more}}`;
const page = (first: number, length: number) =>
  `[${Array.from({ length }, (_, index) => summary(`p-${first + index}`)).join()}]`;
const offsets = () => server.seen.map((it) => new URL(it.path, server.url).searchParams.get("offset"));

test("the amounts of a summary are read from the digits that were written, numbers and text alike", async () => {
  answers(
    `[${summary("a", ',"final_payout_amount":90071992547.09')},{"uuid":"b","payout_currency":"CAD","settlement_currency":"USD","payout_date":"2026-11-22T04:00:00Z","net_settlement_amount":".30","final_payout_amount":"","forex_fees":"-1.5","status":"Pending","more":1}]`,
  );
  expect(await gateway.listPayouts(days)).toEqual([
    {
      payoutUuid: "a",
      payoutCurrency: "USD",
      settlementCurrency: null,
      payoutDate: "2026-11-22",
      netSettlementCents: -4_380,
      finalPayoutCents: 9_007_199_254_709,
      forexFeesCents: 0,
      status: "Complete",
    },
    {
      payoutUuid: "b",
      payoutCurrency: "CAD",
      settlementCurrency: "USD",
      payoutDate: "2026-11-22",
      netSettlementCents: 30,
      finalPayoutCents: null,
      forexFeesCents: -150,
      status: "Pending",
    },
  ]);
  expect(server.seen[0]?.path).toBe(
    "/v2/settlements/summaries?start-date=2026-11-01&end-date=2026-11-30&offset=0",
  );
});

test.each<[string, number[], string[]]>([
  ["20 a page, the last one short", [20, 20, 3], ["0", "20", "40"]],
  ["20 a page, the last one full", [20, 0], ["0", "20"]],
  ["30 a page, the last one longer than 20", [30, 25, 0], ["0", "30", "55"]],
  ["none at all", [0], ["0"]],
])("summaries are paged until a short page: %s", async (_how, lengths, asked) => {
  let first = 0;
  for (const length of lengths) {
    answers(page(first, length));
    first += length;
  }
  expect(await gateway.listPayouts(days)).toHaveLength(first);
  expect(offsets()).toEqual(asked);
});

test("a list that moves on while it is read, or does not heed the offset, is read without end or double", async () => {
  answers(page(0, 20), page(19, 5));
  expect(await gateway.listPayouts(days)).toHaveLength(24);
  answers(page(0, 20), page(0, 20));
  expect(await gateway.listPayouts(days)).toHaveLength(20);
});

test.each(["1e2", '"1,234.00"', '"abc"', "null", "0.305"])(
  "a summary whose net is %s is not read",
  async (net) => {
    answers(`[${summary("a").replace("-43.80", net)}]`);
    expect(await gatewayFailure(gateway.listPayouts(days))).toMatchObject({ reason: "unreadable" });
  },
);

const totals =
  "total_order_amount,net_settlement_amount,payment_uuid,payout_date\r\n53,-.30,p-1,2026-11-22\r\n";
const columns =
  "type,event_date,order_uuid,customer_order_id,amount,posting_currency,type_code,chargeback_code,note\r\n";

test("details are read whole, whatever columns stand beside those that are known", async () => {
  const rows =
    'ORDER,2026-11-21,o-1,R-1,53,USD,001,,"7, ""the"" door\r\nand more"\r\n\r\nREFUND,,o-1,,43.80,USD,2,,\r\n';
  answers(`\uFEFF${totals}${columns}${rows}CHARGEBACK,2026-11-21T09:00:00Z,o-1,R-1,-.30,CAD,005,FRAUD,`);
  const { totals: read, lines } = await gateway.getPayoutDetails("p-1");
  expect(read).toEqual({ total_order_amount: 5_300, net_settlement_amount: -30 });
  expect(
    lines.map((it) => [it.typeCode, it.amountCents, it.reference, it.eventDate, it.chargebackCode]),
  ).toEqual([
    ["001", 5_300, "R-1", "2026-11-21", null],
    ["002", 4_380, null, null, null],
    ["005", -30, "R-1", "2026-11-21", "FRAUD"],
  ]);
  expect(server.seen[0]?.headers.accept).toBe("text/csv");
});

test.each([
  ["an amount that is none", `${totals}${columns}ORDER,,o-1,,1.234,USD,001,,`],
  ["a total that is none", `${totals.replace("53", "5x3")}${columns}`],
  ["a line without a currency", `${totals}${columns}ORDER,,o-1,,1.23,,001,,`],
  ["a quote that is not closed", `${totals}${columns}"ORDER`],
  ["a page of a web site", "<html>not found</html>"],
  ["nothing", ""],
])("details with %s are not read at all", async (_what, body) => {
  answers(body);
  expect(await gatewayFailure(gateway.getPayoutDetails("p-1"))).toMatchObject({ reason: "unreadable" });
});

test("details of many thousand lines are read, though other answers end at a megabyte", async () => {
  const line = "ORDER,2026-11-21,o-1,R-1,53,USD,001,,\r\n";
  answers(`${totals}${columns}${line.repeat(40_000)}`);
  expect((await gateway.getPayoutDetails("p-1")).lines).toHaveLength(40_000);
});

test("a payout's uuid that cannot stand in a path reaches nothing", async () => {
  expect(await gatewayFailure(gateway.getPayoutDetails("../order"))).toMatchObject({ outcome: "not_sent" });
  expect(server.seen).toEqual([]);
});

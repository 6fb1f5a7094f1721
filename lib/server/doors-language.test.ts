import { expect, test } from "vitest";
import { findPersonBySignInName } from "#db/queries/people.ts";
import { sentencesOf } from "#lib/problem.ts";
import { historySentence } from "#lib/words/history-words.ts";
import { read } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { RefundDesk } from "./testing/refund-desk.ts";
import { move } from "./testing/scripted-order.ts";
import { startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

test("a sale says what its shopper reads: as chosen for it, else as its store has it", async () => {
  const { saleId } = await till.prepareSale();
  expect(await till.view(saleId)).toMatchObject({ shopperLocale: "en-US" });
  const canadian = await till.prepareSale({}, till.otherStore);
  expect(await till.view(canadian.saleId)).toMatchObject({ shopperLocale: "en-CA" });
  const chosen = await till.prepareSale({ shopperLocale: "fr-CA" }, till.otherStore);
  expect(await till.view(chosen.saleId)).toMatchObject({ shopperLocale: "fr-CA" });
});

test("what Sezzle refused is kept so that the next reader has it in their language, Sezzle's own words as they came", async () => {
  const { saleId } = await till.openCaptured();
  sezzle.onNext("refund", { status: 422, body: [{ code: "invalid", message: "Not today." }] });
  await till.act(saleId, "refund", 2_000);
  const { refusal } = await till.view(saleId);
  if (!refusal) throw new Error("there is no refusal");
  expect(sentencesOf(refusal.problem, "en-US")).toMatchObject({
    happened: "Sezzle refused to refund $20.00: “Not today”.",
    money: "Nothing was refunded.",
  });
  expect(sentencesOf(refusal.problem, "fr-CA")).toMatchObject({
    happened: "Sezzle a refusé de rembourser 20,00\u00a0$\u00a0US\u00a0: «\u00a0Not today\u00a0».",
    money: "Rien n'a été remboursé.",
  });
});

test("a refund that the till declined by itself says why in both languages", async () => {
  const casey = await read((db) => findPersonBySignInName(db, "casey"));
  const { saleId, order } = await new RefundDesk(till, casey?.id ?? "").asked();
  move(order, "refunds", 4_500);
  await learn(order.uuid, "webhook");
  const [line] = await till.lines(saleId, "refund.declined");
  if (!line) throw new Error("it was not declined");
  expect(historySentence(line, "en-US").detail).toContain("only $55.00 is left to refund");
  expect(historySentence(line, "fr-CA").detail).toContain(
    "il ne reste que 55,00\u00a0$\u00a0US à rembourser",
  );
});

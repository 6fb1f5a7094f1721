import type { ReactNode } from "react";
import { wordsIn } from "#lib/language.ts";
import { formatTotal } from "#lib/money.ts";
import type { ReceiptLine, ReceiptState, ReceiptView } from "#lib/receipt.ts";
import { receiptTime, receiptWords } from "#lib/words/receipt-words.ts";

/** Only what is paid for certain stands filled; on paper without colours, too, nothing else looks like it. */
const stateLook: Record<ReceiptState, string> = {
  paid: "border-black bg-black text-white print:[print-color-adjust:exact]",
  part_paid: "border-black",
  partly_refunded: "border-black",
  refunded: "border-black",
  approved: "border-black border-dashed",
  waiting: "border-black border-dashed",
  not_charged: "border-black border-dashed",
  not_confirmed: "border-black border-dashed",
};

/** A sale's receipt as it stands on paper: black on white, one column on a roll of 80 mm, larger on a sheet. */
export function Receipt({ receipt, isTest }: { receipt: ReceiptView; isTest: boolean }) {
  const { locale, timeZone, currency } = receipt;
  const words = wordsIn(receiptWords, locale);
  const timeOf = (at: string) => receiptTime(at, { timeZone, locale });
  const money = (cents: number) => formatTotal(cents, currency, locale);
  const { label, means } = words.states[receipt.state];
  const moved = (name: string, cents: number, lines: ReceiptLine[]) =>
    lines.map((it, index) => (
      // Lines of one kind have nothing of their own but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn whole, in the order of the movements
      <Line key={index} name={name} at={it.at && timeOf(it.at)} amount={money(cents * it.amountCents)} />
    ));
  return (
    <article lang={locale} className="receipt-paper">
      <header className="text-center">
        <h1 className="receipt-large font-semibold text-balance break-words">{receipt.storeName}</h1>
        <p className="mt-[0.4em]">
          {words.receipt} · {timeOf(receipt.soldAt)}
        </p>
      </header>
      <dl>
        {receipt.receiptNumber ? <Line name={words.receiptNumber} amount={receipt.receiptNumber} /> : null}
        <Line name={words.sale} amount={receipt.number} />
      </dl>
      <dl>
        <Line name={words.amount} amount={money(receipt.amountCents)} isStrong />
        {moved(words.paid, 1, receipt.captures)}
        {moved(words.refunded, -1, receipt.refunds)}
        {receipt.staysPaidCents === null ? null : (
          <Line name={words.staysPaid} amount={money(receipt.staysPaidCents)} isStrong />
        )}
        {receipt.unconfirmed.map((it) => (
          <Line
            key={`${it.kind} ${it.at}`}
            name={words.notConfirmed[it.kind]}
            at={it.at && timeOf(it.at)}
            amount={`(${money(it.amountCents)})`}
          />
        ))}
        {receipt.approvedCents > 0 ? (
          <Line name={words.approved} amount={`(${money(receipt.approvedCents)})`} />
        ) : null}
        {receipt.releasedCents > 0 ? (
          <Line name={words.released} amount={`(${money(receipt.releasedCents)})`} />
        ) : null}
        {receipt.elsewhereCents > 0 ? (
          <Line name={words.elsewhere} amount={`(${money(receipt.elsewhereCents)})`} />
        ) : null}
      </dl>
      <div className="text-center">
        <p
          className={`receipt-large inline-block border-2 px-[0.8em] py-[0.15em] font-semibold uppercase ${stateLook[receipt.state]}`}
        >
          {label}
        </p>
        <p className="mt-[0.5em] text-balance">{means}</p>
      </div>
      <footer className="text-center text-balance">
        <p>{receipt.confirmedAt ? words.confirmed(timeOf(receipt.confirmedAt)) : words.neverConfirmed}</p>
        <p>{words.printed(timeOf(receipt.asOf))}</p>
        {isTest ? <p className="mt-[0.5em] font-semibold">{words.noRealMoney}</p> : null}
      </footer>
    </article>
  );
}

type LineProps = { name: string; at?: string | null; amount: ReactNode; isStrong?: boolean };

function Line({ name, at = null, amount, isStrong = false }: LineProps) {
  return (
    <div className={`flex items-baseline justify-between gap-x-[1em] ${isStrong ? "font-semibold" : ""}`}>
      <dt className="min-w-0">
        {name}
        {at ? <span className="block receipt-small">{at}</span> : null}
      </dt>
      <dd className="shrink-0 text-right tabular-nums">{amount}</dd>
    </div>
  );
}

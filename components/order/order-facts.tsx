import type { ReactNode } from "react";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { useWords } from "#components/ui/language.tsx";
import type { AttemptView } from "#lib/order-detail.ts";
import { orderPageWords } from "#lib/words/order-page-words.ts";
import { planWords } from "#lib/words/plan-words.ts";
import { confirmedWords } from "#lib/words/time-words.ts";

export type OrderFactsProps = { facts: SaleFacts; storeName: string; attempts: AttemptView[] };

/** Plan, countdowns, freshness, where and by whom; and Sezzle's ids to copy. */
export function OrderFacts({ facts, storeName, attempts }: OrderFactsProps) {
  const { sale, now, timeZone, locale, timeOf } = facts;
  const words = useWords(orderPageWords);
  const order = attempts.find((it) => it.isCurrent)?.orders.find((it) => !it.isSecond);
  const confirmed = confirmedWords(
    sale.confirmedAt ? new Date(sale.confirmedAt) : null,
    sale.confirmedBy,
    now,
    { timeZone, locale },
  );
  return (
    <section aria-labelledby="facts" className="rounded-card border border-line bg-card p-5">
      <h2 id="facts" className="text-label font-semibold text-faint">
        {words.details}
      </h2>
      <dl className="mt-2 flex flex-col gap-3">
        <Fact name="Sezzle">{confirmed}</Fact>
        {sale.financingOption ? (
          <Fact name={words.plan}>{planWords(sale.financingOption, locale)}</Fact>
        ) : null}
        {facts.status === "link_sent" ? (
          <Fact name={words.linkFact}>
            <RunsOut at={sale.checkoutExpiresAt} now={now} timeOf={timeOf} />
          </Fact>
        ) : null}
        {facts.status === "authorized" || facts.status === "partially_captured" ? (
          <Fact name={words.approval}>
            <RunsOut at={sale.authorizationExpiresAt} now={now} timeOf={timeOf} />
          </Fact>
        ) : null}
        <Fact name={words.started}>
          {words.startedBy(timeOf(sale.createdAt), sale.createdBy)}
          <span className="block text-label text-soft">
            {[storeName, sale.register].filter(Boolean).join(" · ")}
          </span>
        </Fact>
        <Id name={words.number} value={sale.number} />
        {sale.receiptNumber ? <Id name={words.receiptNumber} value={sale.receiptNumber} /> : null}
        {sale.referenceId ? <Id name={words.reference} value={sale.referenceId} /> : null}
        {sale.orderUuid ? <Id name={words.orderUuid} value={sale.orderUuid} /> : null}
        {order?.sezzleOrderId ? <Id name={words.dashboardOrder} value={order.sezzleOrderId} /> : null}
        {order?.sessionUuid ? <Id name={words.sessionUuid} value={order.sessionUuid} /> : null}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-label text-faint">{name}</dt>
      <dd className="text-body">{children}</dd>
    </div>
  );
}

function Id({ name, value }: { name: string; value: string }) {
  const { copy } = useWords(orderPageWords);
  return (
    <div className="relative min-h-11 pr-24">
      <dt className="text-label text-faint">{name}</dt>
      <dd className="text-label font-medium break-all">
        {value}
        <span className="absolute top-0 -right-3 flex h-full items-center">
          <CopyButton text={value} label={copy} name={name} />
        </span>
      </dd>
    </div>
  );
}

type RunsOutProps = { at: string | null; now: Date; timeOf: (at: string) => string };

function RunsOut({ at, now, timeOf }: RunsOutProps) {
  const words = useWords(orderPageWords);
  if (!at) return words.noLimit;
  return (
    <>
      <Countdown until={new Date(at)} now={now} /> {words.leftUntil(timeOf(at))}
    </>
  );
}

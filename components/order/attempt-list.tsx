import { CopyButton } from "#components/ui/copy-button.tsx";
import { toneLook } from "#components/ui/tone.ts";
import { formatMoney } from "#lib/money.ts";
import type { AttemptView, OperationView } from "#lib/order-detail.ts";
import { operationNoun, operationOutcome } from "#lib/words/operation-words.ts";

export type AttemptListProps = {
  attempts: AttemptView[];
  timeOf: (at: string) => string;
  locale: string;
};

/** Every link that was sent for a sale and everything that was asked of Sezzle, with its outcome in Sezzle's own words. */
export function AttemptList({ attempts, timeOf, locale }: AttemptListProps) {
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className="pb-3 text-label font-semibold text-faint">
        Links and requests
      </h2>
      <ol className="flex flex-col gap-3">
        {attempts.map((attempt) => (
          <li key={attempt.attemptId} className="rounded-card border border-line bg-card p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="text-body font-semibold">
                {attempt.isRenewal
                  ? "Approved again by Sezzle"
                  : `Link ${attempt.ordinal} to ${attempt.sentTo.masked} ${attempt.sentTo.kind === "sms" ? "by text" : "by e-mail"}`}
              </h3>
              <p className="text-label text-soft">
                {timeOf(attempt.createdAt)}
                {attempt.orders.some((it) => it.checkoutStatus === "active")
                  ? ` · works until ${timeOf(attempt.checkoutExpiresAt)}`
                  : ""}
              </p>
            </div>
            {attempt.orders.map((order) => (
              <p
                key={order.orderUuid}
                className={`mt-1 flex flex-wrap items-center gap-x-2 text-label break-all ${order.isSecond ? "font-semibold text-attention" : "text-soft"}`}
              >
                {order.isSecond ? "Second order" : "Order"} {order.orderUuid}
                {order.checkoutStatus ? ` · checkout ${order.checkoutStatus}` : ""}
              </p>
            ))}
            <ul className="mt-3 flex flex-col">
              {attempt.operations.map((operation) => (
                <Operation
                  key={operation.operationId}
                  operation={operation}
                  timeOf={timeOf}
                  locale={locale}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

type OperationProps = { operation: OperationView; timeOf: (at: string) => string; locale: string };

function Operation({ operation, timeOf, locale }: OperationProps) {
  const { kind, amountCents, currency, problem, reason, referenceId } = operation;
  const amount =
    amountCents === null || kind === "open_checkout" ? null : formatMoney(amountCents, currency, locale);
  const outcome = operationOutcome(operation);
  const look = toneLook[outcome.tone];
  const Icon = look.icon;
  const noun = operationNoun(kind, amount);
  return (
    <li className="flex gap-3 border-line py-3 not-first:border-t">
      <Icon aria-hidden size={20} strokeWidth={2.2} className={`mt-0.5 shrink-0 ${look.text}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">
            {noun.charAt(0).toUpperCase() + noun.slice(1)}
            {referenceId ? ` ${referenceId}` : ""}: <span className={look.text}>{outcome.label}</span>
          </span>
          <span className="text-label text-soft">
            {timeOf(operation.preparedAt)} · {operation.person}
            {operation.register ? ` · ${operation.register}` : ""}
          </span>
        </p>
        <p className="text-label text-soft">
          {[
            reason ? `reason: ${reason}` : null,
            outcome.how,
            operation.tries > 1 ? `sent ${operation.tries} times under one key` : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {problem?.technical ? <SezzleWords {...problem.technical} noun={noun} /> : null}
        {problem && !problem.technical ? <p className="text-label text-soft">{problem.happened}</p> : null}
      </div>
    </li>
  );
}

type SezzleWordsProps = { code: string; message: string; debugUuid: string | null; noun: string };

/** What Sezzle said, word for word, and what its support asks for. */
function SezzleWords({ code, message, debugUuid, noun }: SezzleWordsProps) {
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 text-label">
      <span className="font-mono break-words">
        {code}: {message}
      </span>
      {debugUuid ? (
        <>
          <span className="font-mono break-all text-soft">debug_uuid {debugUuid}</span>
          <CopyButton text={debugUuid} label="Copy" name={`debug_uuid of the ${noun}`} />
        </>
      ) : null}
    </div>
  );
}

import { CopyButton } from "#components/ui/copy-button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { toneLook } from "#components/ui/tone.ts";
import { formatMoney } from "#lib/money.ts";
import type { AttemptView, OperationView } from "#lib/order-detail.ts";
import { sentencesOf } from "#lib/problem.ts";
import { maskedWords } from "#lib/words/erased-words.ts";
import { keptReason } from "#lib/words/kept-words.ts";
import { operationNoun, operationOutcome } from "#lib/words/operation-words.ts";
import { orderPageWords } from "#lib/words/order-page-words.ts";

export type AttemptListProps = {
  attempts: AttemptView[];
  timeOf: (at: string) => string;
};

/** Every link that was sent for a sale and everything that was asked of Sezzle, with its outcome in Sezzle's own words. */
export function AttemptList({ attempts, timeOf }: AttemptListProps) {
  const locale = useLocale();
  const words = useWords(orderPageWords);
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className="pb-3 text-label font-semibold text-faint">
        {words.attempts}
      </h2>
      <ol className="flex flex-col gap-3">
        {attempts.map((attempt) => (
          <li key={attempt.attemptId} className="rounded-card border border-line bg-card p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="text-body font-semibold">
                {attempt.isRenewal
                  ? words.approvedAgain
                  : words.link(
                      attempt.ordinal,
                      maskedWords(attempt.sentTo.masked, locale),
                      attempt.sentTo.kind === "sms",
                    )}
              </h3>
              <p className="text-label text-soft">
                {timeOf(attempt.createdAt)}
                {attempt.orders.some((it) => it.checkoutStatus === "active")
                  ? ` · ${words.worksUntil(timeOf(attempt.checkoutExpiresAt))}`
                  : ""}
              </p>
            </div>
            {attempt.orders.map((order) => (
              <p
                key={order.orderUuid}
                className={`mt-1 text-label ${order.isSecond ? "font-semibold text-attention" : "text-soft"}`}
              >
                {order.isSecond ? words.secondOrder : words.order}{" "}
                <span className="break-all">{order.orderUuid}</span>
                {order.checkoutStatus ? ` · ${words.checkout(order.checkoutStatus)}` : ""}
              </p>
            ))}
            <ul className="mt-3 flex flex-col">
              {attempt.operations.map((operation) => (
                <Operation key={operation.operationId} operation={operation} timeOf={timeOf} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

type OperationProps = { operation: OperationView; timeOf: (at: string) => string };

function Operation({ operation, timeOf }: OperationProps) {
  const locale = useLocale();
  const words = useWords(orderPageWords);
  const { kind, amountCents, currency, problem, reason, referenceId } = operation;
  const amount =
    amountCents === null || kind === "open_checkout" ? null : formatMoney(amountCents, currency, locale);
  const outcome = operationOutcome(operation, locale);
  const look = toneLook[outcome.tone];
  const Icon = look.icon;
  const noun = operationNoun(kind, amount, locale);
  return (
    <li className="flex gap-3 border-line py-3 not-first:border-t">
      <Icon aria-hidden size={20} strokeWidth={2.2} className={`mt-0.5 shrink-0 ${look.text}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">
            {words.outcome(noun.charAt(0).toUpperCase() + noun.slice(1), referenceId)}{" "}
            <span className={look.text}>{outcome.label}</span>
          </span>
          <span className="text-label text-soft">
            {timeOf(operation.preparedAt)} · {operation.person}
            {operation.register ? ` · ${operation.register}` : ""}
          </span>
        </p>
        <p className="text-label text-soft">
          {[
            reason ? words.reason(keptReason(reason, locale)) : null,
            outcome.how,
            operation.tries > 1 ? words.tries(operation.tries) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {problem?.technical ? <SezzleWords {...problem.technical} noun={noun} /> : null}
        {problem && !problem.technical ? (
          <p className="text-label text-soft">{sentencesOf(problem, locale).happened}</p>
        ) : null}
      </div>
    </li>
  );
}

type SezzleWordsProps = { code: string; message: string; debugUuid: string | null; noun: string };

/** What Sezzle said, word for word, and what its support asks for. */
function SezzleWords({ code, message, debugUuid, noun }: SezzleWordsProps) {
  const words = useWords(orderPageWords);
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 text-label">
      <span className="font-mono break-words">
        {code}: {message}
      </span>
      {debugUuid ? (
        <>
          <span className="font-mono break-all text-soft">debug_uuid {debugUuid}</span>
          <CopyButton text={debugUuid} label={words.copy} name={words.debugUuidOf(noun)} />
        </>
      ) : null}
    </div>
  );
}

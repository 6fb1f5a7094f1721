import { ExternalLink } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import { type DisputeView, isPastDeadline } from "#lib/dispute.ts";
import { formatMoney } from "#lib/money.ts";
import { disputePageWords } from "#lib/words/dispute-page-words.ts";
import { disputeWords, dueWords, reportedWords, timeToAnswer } from "#lib/words/dispute-words.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";

export type DisputeCardProps = {
  dispute: DisputeView;
  now: Date;
  place: Place;
  /** Sezzle's dashboard; null where there is none. */
  dashboardHref: string | null;
};

/** The deadline, how long there is, and the amount: what is looked at first. */
export function DisputeHead({ dispute, now, place }: Omit<DisputeCardProps, "dashboardHref">) {
  const words = useWords(disputePageWords);
  const { label, tone } = disputeWords(dispute, now, place.locale);
  const { dueAt, closedAt, amountCents, currency } = dispute;
  const due = dueAt ? new Date(dueAt) : null;
  const isLate = due !== null && isPastDeadline(due, now);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div>
        {closedAt ? (
          <p className="text-title font-semibold">
            {words.closedAt(timeOrDay(new Date(closedAt), now, place))}
          </p>
        ) : (
          <>
            <p className="text-title font-semibold">
              {due ? words.answerBy(dueWords(due, place)) : words.noDeadline}
            </p>
            {due && !isLate ? (
              <p className="text-label text-soft">{timeToAnswer(due, now, place.locale)}</p>
            ) : null}
          </>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ToneBadge tone={tone} label={label} />
        <p className="text-title font-semibold tabular-nums">
          {amountCents !== null && currency
            ? formatMoney(amountCents, currency, place.locale)
            : words.noAmount}
        </p>
      </div>
    </div>
  );
}

/** What Sezzle asks of the store and where it is answered; once it is closed, who won. */
export function DisputeAsks({ dispute, now, place, dashboardHref }: DisputeCardProps) {
  const words = useWords(disputePageWords);
  const { asks, next } = disputeWords(dispute, now, place.locale);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72 text-body">
        <p>{asks}</p>
        {next ? <p className="font-medium">{next}</p> : null}
      </div>
      {next && dashboardHref ? (
        <a
          href={dashboardHref}
          target="_blank"
          rel="noreferrer"
          className={`${buttonClass("secondary", "desk")} gap-2`}
        >
          {words.dashboard} <ExternalLink aria-hidden size={18} />
          <span className="sr-only">{words.anotherTab}</span>
        </a>
      ) : null}
    </div>
  );
}

/** What Sezzle said of it, as it said it. */
export function DisputeFacts({ dispute, now, place }: Omit<DisputeCardProps, "dashboardHref">) {
  const words = useWords(disputePageWords);
  const facts = [
    [words.about, reportedWords(dispute.type)],
    [words.state, reportedWords(dispute.status)],
    [words.opened, timeOrDay(new Date(dispute.openedAt), now, place)],
    [words.dispute, dispute.disputeId],
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="min-w-0">
            <dt className="text-label text-faint">{name}</dt>
            <dd className="text-label font-medium break-all">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What is disputed about an order, on the order's own page. */
export function DisputeCard(props: DisputeCardProps) {
  const words = useWords(disputePageWords);
  return (
    <section
      aria-label={words.dispute}
      className="flex flex-col gap-3 rounded-card border border-line bg-card p-5"
    >
      <h2 className="text-label font-semibold text-faint">{words.dispute}</h2>
      <DisputeHead {...props} />
      <DisputeAsks {...props} />
      <DisputeFacts {...props} />
      <p className="text-label text-faint">{words.reported}</p>
    </section>
  );
}

import { CircleCheckBig } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ToneIcon } from "#components/ui/status-badge.tsx";
import type { ExpiryWarning } from "#lib/expiry-warning.ts";
import { formatMoney } from "#lib/money.ts";
import type { Matter } from "#lib/today-matters.ts";
import { expiryNext, shortContact } from "#lib/words/expiry-words.ts";
import { gatewayDownWords } from "#lib/words/gateway-words.ts";
import type { Tone } from "#lib/words/status-words.ts";
import type { Place } from "#lib/words/time-words.ts";
import { matterListWords, matterWords } from "#lib/words/today-matter-words.ts";

/** A store as far as these lines need it. */
export type MatterStore = { id: string; name: string; timeZone: string };

export type MatterListProps = {
  matters: Matter[];
  /** Approvals that run out soon, the soonest first. */
  warnings: ExpiryWarning[];
  gatewayDownSince: Date | null;
  stores: MatterStore[];
  now: Date;
};

/** What needs somebody now, the most pressing first, each with one button. */
export function MatterList({ matters, warnings, gatewayDownSince, stores, now }: MatterListProps) {
  const words = useWords(matterListWords);
  const locale = useLocale();
  const anywhere = stores[0] ?? { id: "", name: "", timeZone: "UTC" };
  const placeOf = (storeId: string | null) => stores.find((it) => it.id === storeId) ?? anywhere;
  const count = matters.length + warnings.length + (gatewayDownSince ? 1 : 0);
  return (
    <section aria-labelledby="matters" className="rounded-card border border-line bg-card">
      <h2 id="matters" className="px-5 pt-5 pb-2 text-label font-semibold text-faint">
        {words.title}
      </h2>
      {count === 0 ? (
        <p className="flex items-center gap-3 px-5 pt-1 pb-5 text-body text-soft">
          <CircleCheckBig aria-hidden size={20} className="shrink-0 text-approved" />
          {words.nothing}
        </p>
      ) : null}
      <ul aria-labelledby="matters" className="pb-2 empty:hidden">
        {gatewayDownSince ? (
          <GatewayLine since={gatewayDownSince} now={now} place={{ ...anywhere, locale }} />
        ) : null}
        {warnings.map((it) => (
          <ExpiryLine key={it.saleId} warning={it} now={now} store={placeOf(it.storeId)} stores={stores} />
        ))}
        {matters.map((it) => (
          <MatterLine
            key={keyOf(it)}
            matter={it}
            now={now}
            store={placeOf("storeId" in it ? it.storeId : null)}
            stores={stores}
          />
        ))}
      </ul>
    </section>
  );
}

function keyOf(matter: Matter): string {
  if (matter.kind === "webhooks") return matter.kind;
  return matter.kind === "dispute" ? `dispute/${matter.disputeId}` : `${matter.kind}/${matter.saleId}`;
}

type LineProps = { tone: Tone; title: ReactNode; detail: ReactNode; button: ReactNode };

function Line({ tone, title, detail, button }: LineProps) {
  return (
    <li className="border-line px-5 py-3 not-first:border-t">
      <div className="flex flex-col gap-3 sm:flex-row sm:items-center">
        <div className="flex min-w-0 flex-1 items-start gap-3">
          <ToneIcon tone={tone} />
          <div className="min-w-0">
            <p className="text-body font-semibold">{title}</p>
            <p className="text-label text-soft">{detail}</p>
          </div>
        </div>
        {button}
      </div>
    </li>
  );
}

function To({ href, children, about }: { href: string; children: ReactNode; about: string }) {
  return (
    <Link href={href} className={`${buttonClass("secondary", "desk")} shrink-0 sm:min-w-40`}>
      {children}
      <span className="sr-only">: {about}</span>
    </Link>
  );
}

function GatewayLine({ since, now, place }: { since: Date; now: Date; place: Place }) {
  const words = useWords(matterListWords);
  const { happened, money, next } = gatewayDownWords(since, now, place);
  return (
    <Line
      tone="refused"
      title={happened}
      detail={`${money} ${next}`}
      button={
        <To href="/orders?status=not_confirmed" about={words.notConfirmed}>
          {words.seeWaiting}
        </To>
      }
    />
  );
}

type ExpiryLineProps = { warning: ExpiryWarning; now: Date; store: MatterStore; stores: MatterStore[] };

function ExpiryLine({ warning, now, store, stores }: ExpiryLineProps) {
  const words = useWords(matterListWords);
  const locale = useLocale();
  const amount = formatMoney(warning.leftCents, warning.currency, locale);
  const runsOut = words.runsOut(amount);
  const contact = shortContact(warning.sentTo, locale);
  return (
    <Line
      tone="attention"
      title={
        <>
          {runsOut.before}
          <Countdown until={warning.expiresAt} now={now} />
          {runsOut.after}
        </>
      }
      detail={[contact, nameIn(store, stores), expiryNext(locale)].filter(Boolean).join(" · ")}
      button={
        <To href={`/orders/${warning.saleId}`} about={`${amount}, ${contact}`}>
          {words.open}
        </To>
      }
    />
  );
}

type MatterLineProps = Pick<MatterListProps, "now" | "stores"> & { matter: Matter; store: MatterStore };

function MatterLine({ matter, now, store, stores }: MatterLineProps) {
  const { tone, title, detail, button } = matterWords(matter, now, {
    timeZone: store.timeZone,
    locale: useLocale(),
  });
  const isOfStore = matter.kind !== "webhooks" && matter.storeId !== null;
  const where = isOfStore ? nameIn(store, stores) : null;
  const about = matter.kind === "webhooks" ? title : matter.kind === "dispute" ? matter.name : matter.number;
  return (
    <Line
      tone={tone}
      title={title}
      detail={[detail, where].filter(Boolean).join(" · ")}
      button={
        <To href={hrefOf(matter)} about={about}>
          {button}
        </To>
      }
    />
  );
}

function hrefOf(matter: Matter): string {
  if (matter.kind === "webhooks") return "/operator";
  return matter.kind === "dispute"
    ? `/disputes#${encodeURIComponent(matter.disputeId)}`
    : `/orders/${matter.saleId}`;
}

function nameIn(store: MatterStore, stores: MatterStore[]): string | null {
  return stores.length > 1 ? store.name : null;
}

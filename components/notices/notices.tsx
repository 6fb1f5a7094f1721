"use client";

import { ExpiryNotice, type ExpiryNoticeProps } from "#components/notices/expiry-notice.tsx";
import { GatewayNotice } from "#components/notices/gateway-notice.tsx";
import { RefundNotice, type RefundNoticeProps } from "#components/notices/refund-notice.tsx";
import { type Spoken, useSpoken } from "#components/notices/use-spoken.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { formatMoney } from "#lib/money.ts";
import { expiryHead, expirySpoken, shortContact } from "#lib/words/expiry-words.ts";
import { gatewayBackWords, gatewayDownWords } from "#lib/words/gateway-words.ts";
import { askedLine } from "#lib/words/refund-words.ts";
import type { Place } from "#lib/words/time-words.ts";

/**
 * What every screen of a store is told, whatever it shows: that Sezzle does not answer, approvals that run out, and a manager's what
 * waits for them.
 */
export type NoticesProps = ExpiryNoticeProps & {
  /** Refunds that wait for this person. */
  refunds: Pick<RefundNoticeProps, "asked" | "onDecide">;
  gatewayDownSince: Date | null;
  place: Place;
};

/** The notices as cards; nothing while there are none. */
export function Notices({ gatewayDownSince, place, refunds, ...expiry }: NoticesProps) {
  return (
    <>
      {refunds.asked.length > 0 ? (
        <RefundNotice {...refunds} stores={expiry.stores} hrefOf={expiry.hrefOf} />
      ) : null}
      {gatewayDownSince ? <GatewayNotice since={gatewayDownSince} now={expiry.now} place={place} /> : null}
      {expiry.warnings.length > 0 ? <ExpiryNotice {...expiry} /> : null}
    </>
  );
}

/** The notices in a line, for where there is no room for cards; null while there are none. */
export function NoticeLine({ gatewayDownSince, refunds, warnings, now, stores }: NoticesProps) {
  const reader = useLocale();
  const [first] = warnings;
  const [asked] = refunds.asked;
  if (asked && !gatewayDownSince) {
    return (
      <span className="block truncate text-label font-semibold text-attention">
        {askedLine(asked, reader)}
      </span>
    );
  }
  if (!first && !gatewayDownSince) return null;
  const locale = stores.find((it) => it.id === first?.storeId)?.locale;
  return (
    <span className="block truncate text-label font-semibold text-attention">
      {gatewayDownSince ? "Sezzle does not answer" : null}
      {gatewayDownSince && first ? " · " : null}
      {first && warnings.length === 1 ? (
        <>
          {formatMoney(first.leftCents, first.currency, locale)} {shortContact(first.sentTo)}:{" "}
          <Countdown until={first.expiresAt} now={now} /> left
        </>
      ) : null}
      {warnings.length > 1 ? expiryHead(warnings.length) : null}
    </span>
  );
}

/** Reads each notice aloud once, when it comes; and once that Sezzle answers again. Always on the page, never seen. */
export function NoticeSpeaker({ gatewayDownSince, refunds, warnings, now, place, stores }: NoticesProps) {
  const reader = useLocale();
  const gateway: Spoken[] = [];
  const down = gatewayDownSince?.toISOString();
  if (gatewayDownSince && down) {
    const { happened, money, next } = gatewayDownWords(gatewayDownSince, now, place);
    gateway.push({ key: `down ${down}`, text: `${happened} ${money} ${next}` });
  }
  const expiry = warnings.map((it): Spoken => {
    const locale = stores.find((store) => store.id === it.storeId)?.locale ?? place.locale;
    const key = `${it.saleId}/${it.expiresAt.getTime()}/${it.stage}`;
    return { key, text: expirySpoken(it, now, locale) };
  });
  const asked = refunds.asked.map((it): Spoken => {
    return { key: it.refundRequest?.requestId ?? it.saleId, text: `${askedLine(it, reader)}.` };
  });
  const askedText = useSpoken(asked);
  const downText = useSpoken(gateway);
  const expiryText = useSpoken(expiry);
  return (
    <div className="sr-only">
      <p aria-live="polite">{downText && !gatewayDownSince ? gatewayBackWords : downText}</p>
      <p aria-live="polite">{expiryText}</p>
      <p aria-live="polite">{askedText}</p>
    </div>
  );
}

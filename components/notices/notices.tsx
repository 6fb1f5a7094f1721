"use client";

import { ExpiryNotice, type ExpiryNoticeProps } from "#components/notices/expiry-notice.tsx";
import { GatewayNotice } from "#components/notices/gateway-notice.tsx";
import { RefundNotice, type RefundNoticeProps } from "#components/notices/refund-notice.tsx";
import { type Spoken, useSpoken } from "#components/notices/use-spoken.ts";
import { TimeLeft } from "#components/ui/countdown.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { languageOf, wordsIn } from "#lib/language.ts";
import { formatMoney } from "#lib/money.ts";
import { expirySpoken, expiryWords, shortContact } from "#lib/words/expiry-words.ts";
import { gatewayDownWords, gatewayWords } from "#lib/words/gateway-words.ts";
import { askedLine } from "#lib/words/refund-words.ts";

/**
 * What every screen of a store is told, whatever it shows: that Sezzle does not answer, approvals that run out, and a manager's what
 * waits for them.
 */
export type NoticesProps = ExpiryNoticeProps & {
  /** Refunds that wait for this person. */
  refunds: Pick<RefundNoticeProps, "asked" | "onDecide">;
  gatewayDownSince: Date | null;
  /** The time zone that clock times are told in. */
  timeZone: string;
};

/** The notices as cards; nothing while there are none. */
export function Notices({ gatewayDownSince, timeZone, refunds, ...expiry }: NoticesProps) {
  const place = { timeZone, locale: useLocale() };
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
export function NoticeLine({ gatewayDownSince, refunds, warnings, now }: NoticesProps) {
  const locale = useLocale();
  const [first] = warnings;
  const [asked] = refunds.asked;
  if (asked && !gatewayDownSince) {
    return (
      <span className="block truncate text-label font-semibold text-attention">
        {askedLine(asked, locale)}
      </span>
    );
  }
  if (!first && !gatewayDownSince) return null;
  return (
    <span className="block truncate text-label font-semibold text-attention">
      {gatewayDownSince ? wordsIn(gatewayWords, locale).isDown : null}
      {gatewayDownSince && first ? " · " : null}
      {first && warnings.length === 1 ? (
        <>
          {formatMoney(first.leftCents, first.currency, locale)} {shortContact(first.sentTo, locale)}
          {languageOf(locale) === "fr" ? "\u00a0: " : ": "}
          <TimeLeft until={first.expiresAt} now={now} />
        </>
      ) : null}
      {warnings.length > 1 ? wordsIn(expiryWords, locale).head(warnings.length) : null}
    </span>
  );
}

/** Reads each notice aloud once, when it comes; and once that Sezzle answers again. Always on the page, never seen. */
export function NoticeSpeaker({ gatewayDownSince, refunds, warnings, now, timeZone }: NoticesProps) {
  const locale = useLocale();
  const gateway: Spoken[] = [];
  const down = gatewayDownSince?.toISOString();
  if (gatewayDownSince && down) {
    const { happened, money, next } = gatewayDownWords(gatewayDownSince, now, { timeZone, locale });
    gateway.push({ key: `down ${down}`, text: `${happened} ${money} ${next}` });
  }
  const expiry = warnings.map((it): Spoken => {
    const key = `${it.saleId}/${it.expiresAt.getTime()}/${it.stage}`;
    return { key, text: expirySpoken(it, now, locale) };
  });
  const asked = refunds.asked.map((it): Spoken => {
    return { key: it.refundRequest?.requestId ?? it.saleId, text: `${askedLine(it, locale)}.` };
  });
  const askedText = useSpoken(asked);
  const downText = useSpoken(gateway);
  const expiryText = useSpoken(expiry);
  return (
    <div className="sr-only">
      <p aria-live="polite">
        {downText && !gatewayDownSince ? wordsIn(gatewayWords, locale).isBack : downText}
      </p>
      <p aria-live="polite">{expiryText}</p>
      <p aria-live="polite">{askedText}</p>
    </div>
  );
}

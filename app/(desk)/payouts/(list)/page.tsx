import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { isDay } from "#lib/order-query.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadPayouts } from "#lib/server/payouts/load-list.ts";
import { payoutWords } from "#lib/words/payout-words.ts";
import { readPayouts, resolveDifference } from "../actions.ts";
import { Payouts } from "./payouts.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(payoutWords, await currentLocale()).title };
}

type PayoutsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PayoutsPage({ searchParams }: PayoutsPageProps) {
  const viewer = await requireRight("payouts.work", "payouts.see");
  const after = readKey((await searchParams).before);
  const { older, ...list } = await loadPayouts(viewer, after);
  const first = viewer.stores[0]?.store;
  return (
    <Payouts
      {...list}
      personId={viewer.personId}
      newestHref={after ? "/payouts" : null}
      olderHref={older ? `/payouts?before=${older.payoutDate}.${older.uuid}` : null}
      place={{ timeZone: first?.timeZone ?? "UTC", locale: await currentLocale() }}
      read={readPayouts}
      resolve={resolveDifference}
    />
  );
}

/** A place in the list, as `2026-11-22.UUID`; null for anything else. */
function readKey(text: string | string[] | undefined): { payoutDate: string; uuid: string } | null {
  const match = typeof text === "string" ? /^([\d-]{10})\.([\w-]{1,200})$/.exec(text) : null;
  return match?.[1] && match[2] && isDay(match[1]) ? { payoutDate: match[1], uuid: match[2] } : null;
}

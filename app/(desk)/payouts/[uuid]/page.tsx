import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { loadPayoutReading } from "#lib/server/payouts/load-list.ts";
import { loadPayout } from "#lib/server/payouts/load-payout.ts";
import { payoutWords } from "#lib/words/payout-words.ts";
import { readPayouts, resolveDifference } from "../actions.ts";
import { Payout } from "./payout.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(payoutWords, await currentLocale()).payout };
}

type PayoutPageProps = {
  params: Promise<{ uuid: string }>;
  /** `of`: whose lines; `from`: from which line on. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PayoutPage({ params, searchParams }: PayoutPageProps) {
  const viewer = await requireRight("payouts.work", "payouts.see");
  const [{ uuid }, { of, from }] = await Promise.all([params, searchParams]);
  const asked = {
    of: typeof of === "string" && of !== "" ? of : null,
    from: typeof from === "string" && /^\d{1,7}$/.test(from) ? Number(from) : 0,
  };
  const payout = await loadPayout(viewer, uuid, asked);
  if (!payout) return refusePage(viewer, "payouts.see", "unknown_payout");
  const first = viewer.stores[0]?.store;
  return (
    <Payout
      personId={viewer.personId}
      payout={payout}
      reading={await loadPayoutReading()}
      place={{ timeZone: first?.timeZone ?? "UTC", locale: await currentLocale() }}
      read={readPayouts}
      resolve={resolveDifference}
    />
  );
}

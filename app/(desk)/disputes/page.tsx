import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { mayIn } from "#lib/server/auth/viewer.ts";
import { loadDisputes } from "#lib/server/disputes/load-disputes.ts";
import { env } from "#lib/server/env.ts";
import { dashboardHref } from "#lib/sezzle-dashboard.ts";
import { disputePageWords } from "#lib/words/dispute-page-words.ts";
import { Disputes } from "./disputes.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(disputePageWords, await currentLocale()).title };
}

export default async function DisputesPage() {
  const viewer = await requireRight("disputes.see", "disputes.see");
  const stores = viewer.stores
    .filter((it) => mayIn(it, "disputes.see"))
    .map(({ store: { id, name, timeZone } }) => ({ id, name, timeZone }));
  return (
    <Disputes {...(await loadDisputes(viewer))} stores={stores} dashboardHref={dashboardHref(env().mode)} />
  );
}

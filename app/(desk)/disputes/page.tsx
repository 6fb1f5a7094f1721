import type { Metadata } from "next";
import { may } from "#lib/people.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadDisputes } from "#lib/server/disputes/load-disputes.ts";
import { env } from "#lib/server/env.ts";
import { dashboardHref } from "#lib/sezzle-dashboard.ts";
import { Disputes } from "./disputes.tsx";

export const metadata: Metadata = { title: "Disputes" };

export default async function DisputesPage() {
  const viewer = await requireRight("disputes.see", "disputes.see");
  const stores = viewer.stores
    .filter(({ role }) => may(role, "disputes.see"))
    .map(({ store: { id, name, timeZone, locale } }) => ({ id, name, timeZone, locale }));
  return (
    <Disputes {...(await loadDisputes(viewer))} stores={stores} dashboardHref={dashboardHref(env().mode)} />
  );
}

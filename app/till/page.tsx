import type { Metadata } from "next";
import { requireStation } from "#lib/server/auth/session.ts";
import { startSale } from "./actions.ts";
import { StartSale } from "./start-sale.tsx";

export const metadata: Metadata = { title: "New sale" };

export default async function TillPage() {
  const { viewer, store } = await requireStation();
  const { name, country, currency, locale, minCents, maxCents } = store;
  return (
    <StartSale
      store={{ name, country, currency, locale, minCents, maxCents }}
      personId={viewer.personId}
      start={startSale}
    />
  );
}

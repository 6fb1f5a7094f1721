import type { Metadata } from "next";
import { requireRight } from "#lib/server/auth/session.ts";
import { eraseShopper, lookUpShopper } from "./actions.ts";
import { Shoppers } from "./shoppers.tsx";

export const metadata: Metadata = { title: "Data rights" };

export default async function ShoppersPage() {
  const viewer = await requireRight("contact.erase", "shoppers.see");
  const store = viewer.stores[0]?.store;
  return (
    <Shoppers
      personId={viewer.personId}
      place={{
        timeZone: store?.timeZone ?? "UTC",
        locale: store?.locale ?? "en-US",
        country: store?.country ?? "US",
      }}
      lookUp={lookUpShopper}
      erase={eraseShopper}
    />
  );
}

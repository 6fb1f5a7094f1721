import type { Metadata } from "next";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadOperatorView } from "#lib/server/operator/view.ts";
import { retryEvents } from "./actions.ts";
import { Operator } from "./operator.tsx";

export const metadata: Metadata = { title: "Operator" };

export default async function OperatorPage() {
  const viewer = await requireRight("shop.operate", "operator.see");
  const store = viewer.stores[0]?.store;
  return (
    <Operator
      personId={viewer.personId}
      view={await loadOperatorView()}
      place={{ timeZone: store?.timeZone ?? "UTC", locale: store?.locale ?? "en-US" }}
      retry={retryEvents}
    />
  );
}

import type { Metadata } from "next";
import { requireRight } from "#lib/server/auth/session.ts";
import { setCapturePolicy } from "./actions.ts";
import { Stores } from "./stores.tsx";

export const metadata: Metadata = { title: "Stores" };

export default async function StoresPage() {
  const viewer = await requireRight("store.manage", "stores.see");
  const stores = viewer.stores.map(({ store: { id, name, code, capturePolicy }, registers }) => ({
    id,
    name,
    code,
    capturePolicy,
    registers: registers.length,
  }));
  return <Stores personId={viewer.personId} stores={stores} setCapturePolicy={setCapturePolicy} />;
}

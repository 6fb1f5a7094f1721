import type { Metadata } from "next";
import { PageCard } from "#components/shell/page-card.tsx";
import { requireViewer } from "#lib/server/auth/session.ts";
import { chooseRegister } from "./actions.ts";
import { ChooseRegister } from "./choose-register.tsx";

export const metadata: Metadata = { title: "Choose the register" };

export default async function RegisterPage() {
  const viewer = await requireViewer();
  const stores = viewer.stores.map(({ store, registers }) => ({
    id: store.id,
    name: store.name,
    registers: registers.map(({ id, name }) => ({ id, name })),
  }));
  return (
    <PageCard title="Which register is this?" lead="This tablet remembers it.">
      <ChooseRegister personId={viewer.personId} stores={stores} choose={chooseRegister} />
    </PageCard>
  );
}

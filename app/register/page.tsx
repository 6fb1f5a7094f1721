import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MessagePage } from "#components/shell/message-page.tsx";
import { PageCard } from "#components/shell/page-card.tsx";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { currentStation, requireViewer } from "#lib/server/auth/session.ts";
import { currentTablet } from "#lib/server/auth/tablet.ts";
import { registerWords } from "#lib/words/sign-in-words.ts";
import { chooseRegister } from "./actions.ts";
import { ChooseRegister } from "./choose-register.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(registerWords, await currentLocale()).pageTitle };
}

export default async function RegisterPage() {
  const viewer = await requireViewer();
  const words = wordsIn(registerWords, await currentLocale());
  const paired = await currentTablet();
  if (paired) {
    if (await currentStation(viewer)) redirect("/till");
    const { register, store } = paired;
    const why = register.closedAt ? words.closed(register.name) : words.elsewhere(store.name);
    return (
      <MessagePage
        title={words.pairedTitle}
        lines={[words.paired(register.name, store.name), why, words.unpair]}
        action={{ label: words.toOrders, href: "/orders" }}
      />
    );
  }
  const stores = viewer.stores.map(({ store, registers }) => ({
    id: store.id,
    name: store.name,
    registers: registers.map(({ id, name }) => ({ id, name })),
  }));
  return (
    <PageCard title={words.title} lead={words.lead}>
      <ChooseRegister personId={viewer.personId} stores={stores} choose={chooseRegister} />
    </PageCard>
  );
}

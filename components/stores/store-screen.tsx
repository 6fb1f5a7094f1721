"use client";

import { ArrowLeft } from "lucide-react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { MoneyForms } from "#components/stores/money-forms.tsx";
import type { TabletActions } from "#components/stores/register-tablets.tsx";
import { type RegisterActions, RegistersCard } from "#components/stores/registers-card.tsx";
import type { SaveSettings } from "#components/stores/setting-form.tsx";
import { StoreFacts } from "#components/stores/store-facts.tsx";
import { StoreForms } from "#components/stores/store-forms.tsx";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { StoreField } from "#lib/store-settings.ts";
import type { StoreView } from "#lib/store-view.ts";
import { storesWords } from "#lib/words/stores-words.ts";

export type StoreScreenProps = {
  store: StoreView;
  storesHref: string;
  now: Date;
  /** Null for whoever only looks. */
  actions: { save: SaveSettings; registers: RegisterActions } | null;
  tablets: TabletActions;
};

const told: readonly StoreField[] = [
  "currency",
  "timeZone",
  "locale",
  "minCents",
  "maxCents",
  "checkoutTtlMs",
  "capturePolicy",
  "cashierRefundLimitCents",
  "refundReasons",
  "cutOffHour",
  "contactRetentionDays",
];

// A column of its own for each card: one that grows while it is changed moves no other to the next column.
const column = "flex min-w-0 flex-col gap-4";

/** One store: what is set of it, and its registers. */
export function StoreScreen({ store, storesHref, now, actions, tablets }: StoreScreenProps) {
  const words = useWords(storesWords);
  const { settings, registers } = store;
  return (
    <>
      <Link
        href={storesHref}
        className="mx-2 mt-2 -mb-4 inline-flex min-h-11 items-center gap-2 rounded-card px-2 text-body font-semibold hover:bg-sunken sm:mx-4 desk:mx-6"
      >
        <ArrowLeft aria-hidden size={20} /> {words.title}
      </Link>
      <DeskPage
        title={settings.name}
        lead={`${settings.code} · ${settings.currency}${actions ? "" : ` · ${words.ownerChanges}`}`}
      >
        <div className="grid gap-4 desk:grid-cols-2 desk:items-start">
          <div className={column}>
            {actions ? (
              <StoreForms store={store} save={actions.save} />
            ) : (
              <Card title={words.settings}>
                <StoreFacts settings={settings} fields={told} />
              </Card>
            )}
          </div>
          <div className={column}>
            <RegistersCard
              registers={registers}
              timeZone={settings.timeZone}
              now={now}
              actions={actions?.registers ?? null}
              tablets={tablets}
            />
            {actions ? <MoneyForms store={store} save={actions.save} /> : null}
          </div>
        </div>
      </DeskPage>
    </>
  );
}

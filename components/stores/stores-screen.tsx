"use client";

import { ChevronRight, Plus } from "lucide-react";
import { useState } from "react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { AddStoreSheet, type NewStoreInput } from "#components/stores/add-store-sheet.tsx";
import { StoreFacts } from "#components/stores/store-facts.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Result } from "#lib/problem.ts";
import type { StoreView } from "#lib/store-view.ts";
import { storesWords } from "#lib/words/stores-words.ts";

export type StoresScreenProps = {
  stores: StoreView[];
  hrefOf: (storeId: string) => string;
  /** Null for whoever only looks. */
  add: ((input: NewStoreInput) => Promise<Result<{ storeId: string }>>) | null;
};

const compared = [
  "currency",
  "timeZone",
  "minCents",
  "maxCents",
  "checkoutTtlMs",
  "capturePolicy",
  "cashierRefundLimitCents",
  "cutOffHour",
  "contactRetentionDays",
] as const;

/** The stores side by side, each with what is set of it. */
export function StoresScreen({ stores, hrefOf, add }: StoresScreenProps) {
  const words = useWords(storesWords);
  const [isAdding, setAdding] = useState(false);
  return (
    <DeskPage
      title={words.title}
      lead={add ? words.lead : words.leadToLook}
      actions={
        add ? (
          <Button
            variant="primary"
            size="desk"
            icon={<Plus aria-hidden size={18} />}
            onClick={() => setAdding(true)}
          >
            {words.addAStore}
          </Button>
        ) : null
      }
    >
      <ul aria-label={words.title} className="grid gap-4 desk:grid-cols-2 desk:items-start">
        {stores.map(({ id, settings, registers }) => (
          <li key={id} className="flex flex-col gap-4 rounded-card border border-line bg-card p-4 sm:p-5">
            <h2>
              <Link
                href={hrefOf(id)}
                className="-m-2 flex min-h-11 items-center justify-between gap-3 rounded-card p-2 hover:bg-sunken"
              >
                <span className="min-w-0">
                  <span className="block text-title font-semibold wrap-anywhere">{settings.name}</span>
                  <span className="block text-label font-normal text-soft">
                    {settings.code} ·{" "}
                    {words.registers(openOf(registers), registers.length - openOf(registers))}
                  </span>
                </span>
                <ChevronRight aria-hidden size={20} className="shrink-0 text-faint" />
              </Link>
            </h2>
            <StoreFacts settings={settings} fields={compared} />
          </li>
        ))}
      </ul>
      {isAdding && add ? <AddStoreSheet add={add} onClose={() => setAdding(false)} /> : null}
    </DeskPage>
  );
}

function openOf(registers: StoreView["registers"]): number {
  return registers.filter((it) => !it.isClosed).length;
}

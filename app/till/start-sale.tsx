"use client";

import { useRouter } from "next/navigation";
import { NewSale } from "#components/till/new-sale.tsx";
import type { NewSaleStore } from "#components/till/new-sale-input.ts";
import type { Result } from "#lib/problem.ts";

type StartSaleProps = {
  store: NewSaleStore;
  personId: string;
  /** Whose what is typed is: of one person, or of all who use a paired tablet. */
  keptFor: string;
  start: (given: unknown) => Promise<Result<{ saleId: string }>>;
};

/** The till's first screen, wired: a sale that was sent opens its own screen. */
export function StartSale({ store, personId, keptFor, start }: StartSaleProps) {
  const router = useRouter();
  return (
    <NewSale
      store={store}
      keptFor={keptFor}
      onSend={(input) => start({ personId, ...input })}
      onSent={(saleId) => router.push(`/till/sales/${saleId}`)}
    />
  );
}

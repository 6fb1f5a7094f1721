"use client";

import { chipClass } from "#components/orders/chip-class.ts";
import type { OrderStore } from "#components/orders/use-live-orders.ts";
import { useWords } from "#components/ui/language.tsx";
import type { OrderQuery } from "#lib/order-query.ts";
import { orderListWords } from "#lib/words/order-list-words.ts";

/** Somebody who started sales. */
export type Seller = { id: string; name: string };

export type WhereAndByProps = {
  query: OrderQuery;
  stores: OrderStore[];
  sellers: Seller[];
  onNarrow: (change: Partial<OrderQuery>) => void;
};

/** Which store, which register, and who started the sale. A choice of one is no choice, and is left out. */
export function WhereAndBy({ query, stores, sellers, onNarrow }: WhereAndByProps) {
  const words = useWords(orderListWords);
  const here = stores.filter((it) => query.storeId === null || it.id === query.storeId);
  const registers = here.flatMap((store) =>
    store.registers.map(({ id, name }) => ({ id, name: here.length > 1 ? `${name}, ${store.name}` : name })),
  );
  return (
    <>
      {stores.length > 1 ? (
        <Choice
          label={words.store}
          all={words.allStores}
          value={query.storeId}
          options={stores}
          // A register is of one store: it does not go along to another.
          onChoose={(storeId) => onNarrow({ storeId, registerId: null })}
        />
      ) : null}
      {registers.length > 1 || query.registerId ? (
        <Choice
          label={words.register}
          all={words.allRegisters}
          value={query.registerId}
          options={registers}
          onChoose={(registerId) => onNarrow({ registerId })}
        />
      ) : null}
      {sellers.length > 1 || query.personId ? (
        <Choice
          label={words.startedBy}
          all={words.anybody}
          value={query.personId}
          options={sellers}
          onChoose={(personId) => onNarrow({ personId })}
        />
      ) : null}
    </>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  value: string | null;
  options: { id: string; name: string }[];
  onChoose: (id: string | null) => void;
};

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  const words = useWords(orderListWords);
  const isKnown = value === null || options.some((it) => it.id === value);
  return (
    <select
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
      className={`${chipClass(value !== null)} max-w-60`}
    >
      <option value="">{all}</option>
      {isKnown ? null : <option value={value}>{words.notYours}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

"use client";

import { Download } from "lucide-react";
import { useId } from "react";
import { useExport } from "#components/orders/use-export.ts";
import type { OrderStore } from "#components/orders/use-live-orders.ts";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { type OrderQuery, orderQueryParams } from "#lib/order-query.ts";
import { exportProgressWords, exportWords } from "#lib/words/export-words.ts";

export type ExportOrdersProps = { query: OrderQuery; stores: OrderStore[]; exportableStoreIds: string[] };

/** Takes what the list is narrowed to along as a file, all pages of it. Shows how far it is, and can be stopped. */
export function ExportOrders({ query, stores, exportableStoreIds }: ExportOrdersProps) {
  const words = useWords(exportWords);
  const locale = useLocale();
  const { state, start, cancel } = useExport(locale);
  const id = useId();
  const asked = stores.filter((it) => query.storeId === null || it.id === query.storeId);
  const left = asked.filter((it) => !exportableStoreIds.includes(it.id));
  if (left.length === asked.length) return null;
  const address = `/api/orders/export${orderQueryParams({ ...query, page: null })}`;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
      <p role="status" className="text-label text-soft empty:hidden">
        {state.kind === "saved" ? words.saved(state.count) : null}
        {state.kind === "none" && left.length > 0
          ? words.leavesOut(left.map((it) => it.name).join(words.and))
          : null}
      </p>
      {state.kind === "failed" ? (
        <p role="alert" className="text-label font-medium text-danger">
          {state.sentence}
        </p>
      ) : null}
      {state.kind === "running" ? (
        <>
          <span id={id} className="text-label text-soft tabular-nums">
            {exportProgressWords(state.count, state.about, locale)}
          </span>
          <progress
            aria-labelledby={id}
            className="h-2 w-28 accent-accent"
            max={state.about === null ? undefined : Math.max(1, state.about)}
            value={state.about === null ? undefined : Math.min(state.count, state.about)}
          />
          <Button size="desk" onClick={cancel}>
            {words.stop}
          </Button>
        </>
      ) : (
        <Button size="desk" icon={<Download aria-hidden size={18} />} onClick={() => void start(address)}>
          {words.export}
        </Button>
      )}
    </div>
  );
}

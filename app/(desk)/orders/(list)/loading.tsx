"use client";

import { DeskPage } from "#components/desk/desk-frame.tsx";
import { OrderFiltersLoading } from "#components/orders/order-filters-loading.tsx";
import { OrderRowsLoading } from "#components/orders/order-rows.tsx";
import { useWords } from "#components/ui/language.tsx";
import { orderListWords } from "#lib/words/order-list-words.ts";

/** The page before its list has come. */
export default function OrdersLoading() {
  return (
    <DeskPage title={useWords(orderListWords).title}>
      <OrderFiltersLoading />
      <OrderRowsLoading />
    </DeskPage>
  );
}

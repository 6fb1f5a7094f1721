"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { OrdersScreen, type OrdersScreenProps } from "#components/orders/orders-screen.tsx";
import { listParam, type OrderQuery, orderQueryParams } from "#lib/order-query.ts";

type OrdersProps = Pick<
  OrdersScreenProps,
  "query" | "stores" | "sellers" | "exportableStoreIds" | "sales" | "newer" | "older" | "seq"
>;

const hrefOf = (query: OrderQuery) => `/orders${orderQueryParams(query)}`;

/** The list of orders, wired to the address bar. */
export function Orders(props: OrdersProps) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const [asked, setAsked] = useOptimistic(props.query);

  function open(query: OrderQuery) {
    startLoading(() => {
      setAsked(query);
      router.replace(hrefOf(query), { scroll: false });
    });
  }

  return (
    <OrdersScreen
      {...props}
      asked={asked}
      hrefOf={hrefOf}
      orderHrefOf={(saleId) => `/orders/${saleId}${listParam(props.query)}`}
      onQuery={open}
      refresh={() => router.refresh()}
      isLoading={isLoading}
    />
  );
}

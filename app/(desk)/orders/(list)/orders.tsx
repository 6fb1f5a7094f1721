"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { OrdersScreen, type OrdersScreenProps } from "#components/orders/orders-screen.tsx";
import { listParam, type OrderQuery, orderQueryParams } from "#lib/order-query.ts";

type OrdersProps = Pick<OrdersScreenProps, "query" | "stores" | "sales" | "newer" | "older">;

const hrefOf = (query: OrderQuery) => `/orders${orderQueryParams(query)}`;

/** The list of orders, wired to the address bar. */
export function Orders(props: OrdersProps) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  return (
    <OrdersScreen
      {...props}
      hrefOf={hrefOf}
      orderHrefOf={(saleId) => `/orders/${saleId}${listParam(props.query)}`}
      onQuery={(query) => startLoading(() => router.replace(hrefOf(query), { scroll: false }))}
      refresh={() => router.refresh()}
      isLoading={isLoading}
    />
  );
}

import { DeskPage } from "#components/desk/desk-frame.tsx";
import { OrderFiltersLoading } from "#components/orders/order-filters-loading.tsx";
import { OrderRowsLoading } from "#components/orders/order-rows.tsx";

export default function OrdersLoading() {
  return (
    <DeskPage title="Orders">
      <OrderFiltersLoading />
      <OrderRowsLoading />
    </DeskPage>
  );
}

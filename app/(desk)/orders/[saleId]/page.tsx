import type { Metadata } from "next";
import {
  ask,
  cancel,
  capture,
  closeOther,
  enterOrder,
  giveUp,
  reauthorize,
  refund,
  release,
  sendAgain,
  setReference,
} from "#app/till/sales/[saleId]/actions.ts";
import {
  approveByPin,
  approveRefund,
  askRefund,
  declineRefund,
  refundByPin,
  withdrawRefund,
} from "#app/till/sales/[saleId]/refund-actions.ts";
import { wordsIn } from "#lib/language.ts";
import { orderQueryParams, readListParams } from "#lib/order-query.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireViewer } from "#lib/server/auth/session.ts";
import { mayIn } from "#lib/server/auth/viewer.ts";
import { loadDisputesOf } from "#lib/server/disputes/load-disputes.ts";
import { env } from "#lib/server/env.ts";
import { loadRefundTerms } from "#lib/server/refunds/load.ts";
import { loadOrder } from "#lib/server/sales/board.ts";
import { watchSale } from "#lib/server/sales/watch.ts";
import { dashboardHref } from "#lib/sezzle-dashboard.ts";
import { orderPageWords } from "#lib/words/order-page-words.ts";
import { showContact } from "./actions.ts";
import { LiveOrder } from "./live-order.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(orderPageWords, await currentLocale()).title };
}

type OrderPageProps = {
  params: Promise<{ saleId: string }>;
  /** `list`: the list this order was opened from, to go back to. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { saleId } = await params;
  const { list } = await searchParams;
  const viewer = await requireViewer();
  const loaded = await loadOrder(viewer, saleId);
  const place = loaded && viewer.stores.find(({ store }) => store.id === loaded.sale.storeId);
  if (!loaded || !place) return refusePage(viewer, "sale.see", "unknown_sale");
  await watchSale(viewer, saleId);
  const { store, role } = place;
  const { leftCents, terms } = await loadRefundTerms(viewer.personId, role, store);
  return (
    <LiveOrder
      {...loaded}
      disputes={mayIn(place, "disputes.see") ? await loadDisputesOf(saleId) : []}
      dashboardHref={dashboardHref(env().mode)}
      viewer={{ personId: viewer.personId, role, refundLeftCents: leftCents }}
      refundTerms={terms}
      storeName={store.name}
      timeZone={store.timeZone}
      ordersHref={`/orders${orderQueryParams(readListParams(list))}`}
      actions={{
        ...{ cancel, capture, release, refund, setReference, ask, giveUp },
        ...{ sendAgain, closeOther, reauthorize, enterOrder },
        ...{ askRefund, refundByPin, approveByPin, approveRefund, declineRefund, withdrawRefund },
      }}
      showContact={mayIn(place, "contact.show") ? showContact : null}
    />
  );
}

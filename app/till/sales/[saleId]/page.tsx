import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireViewer } from "#lib/server/auth/session.ts";
import { loadRefundTerms } from "#lib/server/refunds/load.ts";
import { loadSale } from "#lib/server/sales/board.ts";
import { watchSale } from "#lib/server/sales/watch.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
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
} from "./actions.ts";
import { LiveSale } from "./live-sale.tsx";
import {
  approveByPin,
  approveRefund,
  askRefund,
  declineRefund,
  refundByPin,
  withdrawRefund,
} from "./refund-actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(saleScreenWords, await currentLocale()).title };
}

export default async function SalePage({ params }: { params: Promise<{ saleId: string }> }) {
  const { saleId } = await params;
  const viewer = await requireViewer();
  const loaded = await loadSale(viewer, saleId);
  const place = loaded && viewer.stores.find(({ store }) => store.id === loaded.sale.storeId);
  if (!loaded || !place) return refusePage(viewer, "sale.see", "unknown_sale");
  await watchSale(viewer, saleId);
  const { store, role } = place;
  const { leftCents, terms } = await loadRefundTerms(viewer.personId, role, store);
  return (
    <LiveSale
      sale={loaded.sale}
      history={loaded.history}
      viewer={{ personId: viewer.personId, role, refundLeftCents: leftCents }}
      refundTerms={terms}
      timeZone={store.timeZone}
      actions={{
        ...{ cancel, capture, release, refund, setReference, ask, giveUp },
        ...{ sendAgain, closeOther, reauthorize, enterOrder },
        ...{ askRefund, refundByPin, approveByPin, approveRefund, declineRefund, withdrawRefund },
      }}
    />
  );
}

import type { ReactNode } from "react";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireStation } from "#lib/server/auth/session.ts";
import { env } from "#lib/server/env.ts";
import { loadGatewayDownSince } from "#lib/server/gateway-health.ts";
import { loadAsked } from "#lib/server/refunds/load.ts";
import { loadBoard } from "#lib/server/sales/board.ts";
import { loadOpenTablet } from "#lib/server/tablets/face.ts";
import { modeBanner } from "#lib/words/mode-words.ts";
import { approveRefund, declineRefund } from "./sales/[saleId]/refund-actions.ts";
import { Till } from "./till.tsx";

export const dynamic = "force-dynamic";

export default async function TillLayout({ children }: { children: ReactNode }) {
  const { viewer, store, role, register } = await requireStation();
  const { sales, seq } = await loadBoard(store);
  return (
    <Till
      person={{ id: viewer.personId, name: viewer.name, role }}
      store={{ id: store.id, name: store.name, timeZone: store.timeZone }}
      registerName={register.name}
      tablet={await loadOpenTablet(viewer)}
      banner={modeBanner(env().mode, await currentLocale())}
      sales={sales}
      since={seq}
      serverNow={Date.now()}
      refunds={{ ...(await loadAsked(viewer, store.id)), actions: { approveRefund, declineRefund } }}
      gatewayDownSince={await loadGatewayDownSince()}
    >
      {children}
    </Till>
  );
}

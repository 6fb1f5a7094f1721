import type { ReactNode } from "react";
import { requireStation } from "#lib/server/auth/session.ts";
import { env } from "#lib/server/env.ts";
import { loadBoard } from "#lib/server/sales/board.ts";
import { Till } from "./till.tsx";

export const dynamic = "force-dynamic";

export default async function TillLayout({ children }: { children: ReactNode }) {
  const { viewer, store, role, register } = await requireStation();
  const { sales, seq } = await loadBoard(store);
  return (
    <Till
      person={{ id: viewer.personId, name: viewer.name, role }}
      store={{ id: store.id, name: store.name, timeZone: store.timeZone, locale: store.locale }}
      registerName={register.name}
      banner={banners[env().mode]}
      sales={sales}
      since={seq}
      serverNow={Date.now()}
    >
      {children}
    </Till>
  );
}

const banners = {
  local: "Demo with the local sandbox: no real money moves",
  sandbox: "Sezzle's sandbox: no real money moves",
  production: null,
};

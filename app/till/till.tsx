"use client";

import { useParams, useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import type { ReactNode } from "react";
import { LiveProvider, useLive, useLiveSales, useServerNow } from "#components/live/live-provider.tsx";
import { MessagePage } from "#components/shell/message-page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { countSales, SaleList } from "#components/till/sale-list.tsx";
import { SideSheet } from "#components/till/side-sheet.tsx";
import { TillFrame } from "#components/till/till-frame.tsx";
import type { Role } from "#lib/people.ts";
import type { SaleView } from "#lib/sale-view.ts";

type TillProps = {
  person: { id: string; name: string; role: Role };
  store: { id: string; name: string; timeZone: string; locale: string };
  registerName: string;
  banner: string | null;
  sales: SaleView[];
  since: number;
  serverNow: number;
  children: ReactNode;
};

/** The till: who and where at the top, the day's sales at the side, both live, and the page in the middle. */
export function Till(props: TillProps) {
  const router = useRouter();
  return (
    <LiveProvider
      personId={props.person.id}
      since={props.since}
      serverNow={props.serverNow}
      onReset={() => router.refresh()}
    >
      <LiveTill {...props} />
    </LiveProvider>
  );
}

const roleWords: Record<Role, string> = { cashier: "Cashier", manager: "Manager", owner: "Owner" };

function LiveTill({ person, store, registerName, banner, sales: initial, children }: TillProps) {
  const { connection, lastHeardAt } = useLive();
  const { saleId } = useParams<{ saleId?: string }>();
  const sales = useLiveSales(initial, store.id);
  const now = useServerNow();
  const { timeZone, locale } = store;
  if (connection === "signed_out") {
    return (
      <MessagePage
        title="You are signed out"
        lines={["Nothing is lost: every sale is as it was.", "Sign in again to go on."]}
        action={{ label: "Sign in", href: "/sign-in" }}
      />
    );
  }
  const { waiting, today } = countSales(sales, now);
  return (
    <TillFrame
      top={
        <TopBar
          storeName={store.name}
          registerName={registerName}
          personName={person.name}
          roleWord={roleWords[person.role]}
          connection={connection}
          lastHeardAt={lastHeardAt === null ? null : new Date(lastHeardAt)}
          now={now}
          banner={banner}
          timeZone={timeZone}
          locale={locale}
          homeHref="/till"
          menu={[
            { label: "Change register", href: "/register" },
            { label: "Change password", href: "/account" },
            { label: "Sign out", onSelect: () => void signOut({ callbackUrl: "/sign-in" }) },
          ]}
        />
      }
      side={
        <SideSheet waiting={waiting} today={today}>
          <SaleList
            sales={sales}
            selectedSaleId={saleId ?? null}
            now={now}
            timeZone={timeZone}
            locale={locale}
            hrefOf={(id) => `/till/sales/${id}`}
            state="ready"
          />
        </SideSheet>
      }
    >
      {children}
    </TillFrame>
  );
}

"use client";

import { useParams, useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import type { ReactNode } from "react";
import { type RefundDecisions, useRefundDecisions } from "#app/sale-actions.ts";
import {
  LiveProvider,
  useGatewayDownSince,
  useLive,
  useLiveSales,
  useServerNow,
} from "#components/live/live-provider.tsx";
import { NewVersion } from "#components/live/new-version.tsx";
import { useHere } from "#components/live/use-here.ts";
import { NoticeLine, NoticeSpeaker, Notices, type NoticesProps } from "#components/notices/notices.tsx";
import { useAskedRefunds } from "#components/refunds/use-asked-refunds.tsx";
import { SignedOutPage } from "#components/shell/message-page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { countSales, SaleList } from "#components/till/sale-list.tsx";
import { SideSheet } from "#components/till/side-sheet.tsx";
import { TillFrame } from "#components/till/till-frame.tsx";
import { useWords } from "#components/ui/language.tsx";
import { useScreenAwake } from "#components/ui/use-screen-awake.ts";
import { expiryWarnings } from "#lib/expiry-warning.ts";
import type { Role } from "#lib/people.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { displayScreenWords } from "#lib/words/display-words.ts";
import { personRole } from "#lib/words/people-words.ts";

type TillProps = {
  person: { id: string; name: string; role: Role };
  store: { id: string; name: string; timeZone: string; locale: string };
  registerName: string;
  banner: string | null;
  sales: SaleView[];
  since: number;
  serverNow: number;
  /** The sales of this store on which a refund waits for this person; no stores where they may not decide. */
  refunds: { asked: SaleView[]; storeIds: string[]; actions: RefundDecisions };
  gatewayDownSince: string | null;
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

function LiveTill({ person, store, registerName, banner, sales: initial, ...props }: TillProps) {
  const { connection, lastHeardAt } = useLive();
  const { saleId } = useParams<{ saleId?: string }>();
  const sales = useLiveSales(initial, store.id);
  const now = useServerNow();
  const { waiting, today } = countSales(sales, now);
  const gatewayDownSince = useGatewayDownSince(props.gatewayDownSince);
  const { timeZone, locale } = store;
  const actions = useRefundDecisions(props.refunds.actions, person.id);
  const refunds = useAskedRefunds({
    ...props.refunds,
    personId: person.id,
    actions,
  });
  useHere();
  useScreenAwake(waiting > 0);
  const display = useWords(displayScreenWords);
  if (connection === "signed_out") return <SignedOutPage />;
  const notices: NoticesProps = {
    gatewayDownSince,
    refunds: { ...refunds, asked: refunds.asked.filter((it) => it.saleId !== saleId) },
    // The sale that is open says itself how long it has left.
    warnings: expiryWarnings(sales, now).filter((it) => it.saleId !== saleId),
    now,
    place: { timeZone, locale },
    stores: [store],
    hrefOf: (id) => `/till/sales/${id}`,
    allHref: "/orders?status=approved",
  };
  return (
    <>
      <NoticeSpeaker {...notices} />
      <TillFrame
        top={
          <TopBar
            storeName={store.name}
            registerName={registerName}
            personName={person.name}
            roleWord={personRole(person.role, locale)}
            connection={connection}
            lastHeardAt={lastHeardAt === null ? null : new Date(lastHeardAt)}
            now={now}
            banner={banner}
            timeZone={timeZone}
            locale={locale}
            homeHref="/till"
            offer={<NewVersion isBetweenSales={saleId === undefined} />}
            menu={[
              { label: "Orders", href: "/orders" },
              { label: display.title, onSelect: () => void window.open("/display", "till-display") },
              { label: "Change register", href: "/register" },
              { label: "Account", href: "/account" },
              { label: "Sign out", onSelect: () => void signOut({ callbackUrl: "/sign-in" }) },
            ]}
          />
        }
        side={
          <SideSheet
            waiting={waiting}
            today={today}
            notices={<Notices {...notices} />}
            noticeLine={<NoticeLine {...notices} />}
          >
            <SaleList
              sales={sales}
              selectedSaleId={saleId ?? null}
              now={now}
              timeZone={timeZone}
              locale={locale}
              hrefOf={(id) => `/till/sales/${id}`}
              state="ready"
              allSalesHref="/orders"
            />
          </SideSheet>
        }
      >
        {props.children}
      </TillFrame>
      {refunds.sheet}
    </>
  );
}

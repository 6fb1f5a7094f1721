"use client";

import { useParams, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { type RefundDecisions, useRefundDecisions } from "#app/sale-actions.ts";
import { type TabletProps, useTabletLock } from "#app/tablet/use-tablet-lock.tsx";
import {
  LiveProvider,
  useGatewayDownSince,
  useLive,
  useLiveSales,
  useServerNow,
} from "#components/live/live-provider.tsx";
import { LiveTopBar } from "#components/live/live-top-bar.tsx";
import { NewVersion } from "#components/live/new-version.tsx";
import { useHere } from "#components/live/use-here.ts";
import { NoticeLine, NoticeSpeaker, Notices, type NoticesProps } from "#components/notices/notices.tsx";
import { useAskedRefunds } from "#components/refunds/use-asked-refunds.tsx";
import { SignedOutPage } from "#components/shell/message-page.tsx";
import { signOut } from "#components/shell/sign-out.ts";
import { countSales, SaleList } from "#components/till/sale-list.tsx";
import { SideSheet } from "#components/till/side-sheet.tsx";
import { TillFrame } from "#components/till/till-frame.tsx";
import { useNewApprovals } from "#components/till/use-new-approvals.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { useScreenAwake } from "#components/ui/use-screen-awake.ts";
import { expiryWarnings } from "#lib/expiry-warning.ts";
import { wordsIn } from "#lib/language.ts";
import { formatMoney } from "#lib/money.ts";
import type { Role } from "#lib/people.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { saleWork } from "#lib/tablet-lock.ts";
import { clockWarning } from "#lib/words/connection-words.ts";
import { displayScreenWords } from "#lib/words/display-words.ts";
import { spokenContact } from "#lib/words/expiry-words.ts";
import { personRole } from "#lib/words/role-words.ts";
import { tillWords } from "#lib/words/till-words.ts";

type TillProps = {
  person: { id: string; name: string; role: Role };
  store: { id: string; name: string; timeZone: string };
  registerName: string;
  /** Null on a browser that is no paired tablet. */
  tablet: TabletProps | null;
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
      sessionId={props.tablet?.sessionId}
      since={props.since}
      serverNow={props.serverNow}
      onReset={() => router.refresh()}
    >
      <LiveTill {...props} />
    </LiveProvider>
  );
}

function LiveTill({ person, store, registerName, tablet, banner, sales: initial, ...props }: TillProps) {
  const isSignedOut = useLive((it) => it.connection === "signed_out");
  const locale = useLocale();
  const clockNote = useLive((it) => clockWarning(it.clockOffsetMs, locale));
  const words = wordsIn(tillWords, locale);
  const { saleId } = useParams<{ saleId?: string }>();
  const sales = useLiveSales(initial, store.id);
  const now = useServerNow();
  const counts = countSales(sales, now);
  const gatewayDownSince = useGatewayDownSince(props.gatewayDownSince);
  const { timeZone } = store;
  const actions = useRefundDecisions(props.refunds.actions, person.id);
  const refunds = useAskedRefunds({
    ...props.refunds,
    personId: person.id,
    actions,
  });
  const approvedText = useNewApprovals({
    ...{ sales, now },
    openSaleId: saleId ?? null,
    isOurs: (sale) => sale.register === registerName,
    sentenceOf: (sale) =>
      words.approvedSpoken(
        formatMoney(sale.amountCents, sale.currency, locale),
        spokenContact(sale.sentTo, locale),
      ),
  });
  useHere();
  useScreenAwake(counts.waiting > 0);
  const display = useWords(displayScreenWords);
  const shown = sales.find((it) => it.saleId === saleId);
  const lock = useTabletLock({ tablet, personId: person.id, isSignedOut, work: shown && saleWork(shown) });
  // A paired tablet keeps what is on it under the lock, for whoever goes on.
  if (isSignedOut && !tablet) return <SignedOutPage />;
  const notices: NoticesProps = {
    gatewayDownSince,
    refunds: { ...refunds, asked: refunds.asked.filter((it) => it.saleId !== saleId) },
    // The sale that is open says itself how long it has left.
    warnings: expiryWarnings(sales, now).filter((it) => it.saleId !== saleId),
    now,
    timeZone,
    stores: [store],
    hrefOf: (id) => `/till/sales/${id}`,
    allHref: "/orders?status=approved",
  };
  return (
    <>
      <NoticeSpeaker {...notices} />
      <p aria-live="polite" className="sr-only">
        {approvedText}
      </p>
      <TillFrame
        top={
          <LiveTopBar
            storeName={store.name}
            registerName={registerName}
            personName={person.name}
            roleWord={personRole(person.role, locale)}
            banner={banner}
            timeZone={timeZone}
            // Only beside times left do people look at the tablet's own clock.
            note={counts.waiting > 0 ? clockNote : null}
            homeHref="/till"
            offer={<NewVersion isBetweenSales={saleId === undefined} />}
            menu={[
              { label: words.orders, href: "/orders" },
              { label: display.title, onSelect: () => void window.open("/display", "till-display") },
              ...(tablet ? lock.menu : [{ label: words.changeRegister, href: "/register" }]),
              { label: words.account, href: "/account" },
              { label: words.signOut, onSelect: () => void signOut() },
            ]}
          />
        }
        side={
          <SideSheet {...counts} notices={<Notices {...notices} />} noticeLine={<NoticeLine {...notices} />}>
            <SaleList
              sales={sales}
              selectedSaleId={saleId ?? null}
              now={now}
              timeZone={timeZone}
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
      {lock.screen}
    </>
  );
}

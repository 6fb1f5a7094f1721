import type { Metadata } from "next";
import { secondFactorOf } from "#lib/server/auth/change-second-factor.ts";
import { loadSessions } from "#lib/server/auth/end-session.ts";
import { hasPin } from "#lib/server/auth/pin.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { localeOf, mayAnywhere } from "#lib/server/auth/viewer.ts";
import { Account } from "./account.tsx";
import {
  changePassword,
  endOthers,
  endSession,
  offerFactor,
  renewCodes,
  setLocale,
  setPin,
  turnOffFactor,
  turnOnFactor,
} from "./actions.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const factor = await secondFactorOf(viewer.personId);
  const hasOwnPin = await hasPin(viewer.personId);
  const store = viewer.stores[0]?.store;
  return (
    <Account
      personId={viewer.personId}
      name={viewer.name}
      signInName={viewer.signInName}
      factor={factor.isOn || mayAnywhere(viewer, "second_factor.use") ? factor : null}
      pin={
        hasOwnPin || mayAnywhere(viewer, "refund.approve")
          ? { hasPin: hasOwnPin, mayChoose: mayAnywhere(viewer, "refund.approve") }
          : null
      }
      language={{ chosen: viewer.locale, ofStore: localeOf({ ...viewer, locale: null }) }}
      sessions={await loadSessions(viewer)}
      place={{ timeZone: store?.timeZone ?? "UTC", locale: store?.locale ?? "en-US" }}
      actions={{
        changePassword,
        offerFactor,
        turnOnFactor,
        turnOffFactor,
        renewCodes,
        setPin,
        setLocale,
        endSession,
        endOthers,
      }}
    />
  );
}

import type { Metadata } from "next";
import { secondFactorOf } from "#lib/server/auth/change-second-factor.ts";
import { loadSessions } from "#lib/server/auth/end-session.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { mayAnywhere } from "#lib/server/auth/viewer.ts";
import { Account } from "./account.tsx";
import {
  changePassword,
  endOthers,
  endSession,
  offerFactor,
  renewCodes,
  turnOffFactor,
  turnOnFactor,
} from "./actions.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const factor = await secondFactorOf(viewer.personId);
  const store = viewer.stores[0]?.store;
  return (
    <Account
      personId={viewer.personId}
      name={viewer.name}
      signInName={viewer.signInName}
      factor={factor.isOn || mayAnywhere(viewer, "second_factor.use") ? factor : null}
      sessions={await loadSessions(viewer)}
      place={{ timeZone: store?.timeZone ?? "UTC", locale: store?.locale ?? "en-US" }}
      actions={{
        changePassword,
        offerFactor,
        turnOnFactor,
        turnOffFactor,
        renewCodes,
        endSession,
        endOthers,
      }}
    />
  );
}

import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { secondFactorOf } from "#lib/server/auth/change-second-factor.ts";
import { loadSessions } from "#lib/server/auth/end-session.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { hasPin } from "#lib/server/auth/pin.ts";
import { requirePassword } from "#lib/server/auth/session.ts";
import { localeOf, mayAnywhere } from "#lib/server/auth/viewer.ts";
import { accountWords } from "#lib/words/account-words.ts";
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

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(accountWords, await currentLocale()).title };
}

export default async function AccountPage() {
  const viewer = await requirePassword();
  const factor = await secondFactorOf(viewer.personId);
  const hasOwnPin = await hasPin(viewer.personId);
  return (
    <Account
      personId={viewer.personId}
      name={viewer.name}
      signInName={viewer.signInName}
      factor={factor.isOn || mayAnywhere(viewer, "second_factor.use") ? factor : null}
      pin={
        hasOwnPin || viewer.stores.length > 0
          ? {
              hasPin: hasOwnPin,
              mayChoose: viewer.stores.length > 0,
              approves: mayAnywhere(viewer, "refund.approve"),
            }
          : null
      }
      language={{ chosen: viewer.locale, ofStore: localeOf({ ...viewer, locale: null }) }}
      sessions={await loadSessions(viewer)}
      timeZone={viewer.stores[0]?.store.timeZone ?? "UTC"}
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

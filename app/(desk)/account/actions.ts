"use server";

import { z } from "zod";
import { locales } from "#lib/language.ts";
import type { Result } from "#lib/problem.ts";
import { refuse, rightAction, viewerAction } from "#lib/server/action.ts";
import { notAllowed } from "#lib/server/action-problems.ts";
import { changePassword as change } from "#lib/server/auth/change-password.ts";
import {
  type FactorOffer,
  offerSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from "#lib/server/auth/change-second-factor.ts";
import { endOtherSessions, endOwnSession } from "#lib/server/auth/end-session.ts";
import { setPin as changePin } from "#lib/server/auth/pin.ts";
import { setLocale as changeLocale } from "#lib/server/auth/set-locale.ts";

const code = z.string().max(40);
const proof = z.object({ password: z.string().max(200), code: code.default("") });

const changingPassword = viewerAction(
  "account.change_password",
  proof.extend({ next: z.string().max(200) }),
  (viewer, { next, password, code }) => change(viewer, { password, code }, next),
);

/** Changes the signed-in person's own password; every session of theirs ends. */
export async function changePassword(given: unknown): Promise<Result<null>> {
  return changingPassword(given);
}

const offering = rightAction("second_factor.use", "account.second_factor", proof, offerSecondFactor);

/** Makes a secret for the signed-in person's authenticator app. */
export async function offerFactor(given: unknown): Promise<Result<FactorOffer>> {
  return offering(given);
}

const turningOn = rightAction(
  "second_factor.use",
  "account.second_factor",
  z.object({ code }),
  (viewer, input) => turnOnSecondFactor(viewer, input.code),
);

/** Turns the second factor on with a first code. */
export async function turnOnFactor(given: unknown): Promise<Result<{ codes: string[] }>> {
  return turningOn(given);
}

const turningOff = viewerAction("account.second_factor", proof, turnOffSecondFactor);

/** Turns the second factor off. */
export async function turnOffFactor(given: unknown): Promise<Result<null>> {
  return turningOff(given);
}

const renewing = viewerAction("account.second_factor", proof, renewRecoveryCodes);

/** Makes new recovery codes in place of the earlier ones. */
export async function renewCodes(given: unknown): Promise<Result<{ codes: string[] }>> {
  return renewing(given);
}

const settingPin = viewerAction(
  "account.pin",
  proof.extend({ pin: z.string().max(20).nullable() }),
  async (viewer, { pin, password, code }) =>
    // Who lost their last role may still take away what they once chose.
    pin === null || viewer.stores.length > 0
      ? changePin(viewer, { password, code }, pin)
      : refuse(viewer, "account.pin", notAllowed),
);

/** Sets the PIN with which the signed-in person signs in on paired tablets and approves on others' screens, or removes it. */
export async function setPin(given: unknown): Promise<Result<null>> {
  return settingPin(given);
}

const settingLocale = viewerAction(
  "account.locale",
  z.object({ locale: z.enum(locales).nullable() }),
  (viewer, { locale }) => changeLocale(viewer, locale),
);

/** Sets what the signed-in person's screens are written in. */
export async function setLocale(given: unknown): Promise<Result<null>> {
  return settingLocale(given);
}

const ending = viewerAction(
  "account.end_session",
  z.object({ sessionId: z.string().max(100) }),
  (viewer, { sessionId }) => endOwnSession(viewer, sessionId),
);

/** Ends one of the signed-in person's own sessions. */
export async function endSession(given: unknown): Promise<Result<null>> {
  return ending(given);
}

const endingOthers = viewerAction("account.end_session", z.object({}), endOtherSessions);

/** Ends every session of the signed-in person but this one. */
export async function endOthers(given: unknown): Promise<Result<null>> {
  return endingOthers(given);
}

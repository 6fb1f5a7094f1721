import { Secret, TOTP } from "otpauth";

// What authenticator apps take for granted: SHA-1, six digits, thirty seconds. (RFC 6238; Key URI Format.)
const periodSeconds = 30;
const issuer = "Till for Sezzle";

/** How many steps a device's clock may be off, either way. */
const toleratedSteps = 1;

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: periodSeconds });
}

/** A new secret in Base32, 160 bits. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator app reads from a QR code. */
export function totpUri(secret: string, signInName: string): string {
  return totpOf(secret, signInName).toString();
}

/** The time step a code belongs to; null when it is none of now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: toleratedSteps });
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

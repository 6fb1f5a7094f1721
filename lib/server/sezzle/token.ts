const renewBeforeEndMs = 5 * 60_000;
const lifetimeWhenUnreadableMs = 60 * 60_000;

/** A signed-in merchant: the bearer token, and whose it is. */
export type GatewayToken = { token: string; merchantUuid: string; expiresAt: Date | null };

type TokenStore = {
  /** The shared token, taken or renewed when need be. Throws what signing in throws. */
  current(): Promise<GatewayToken>;
  /** Forgets this token, which Sezzle has refused; a newer one stays. */
  drop(token: string): void;
};

/**
 * Keeps one token for all callers, in memory only. However many ask at once, one sign-in runs. A token is renewed when
 * less than five minutes of it are left; an end that cannot be read, or that is no later than that when the token is
 * new (the clocks disagree), counts as an hour, and a 401 corrects it. While signing in fails, a token serves to its end.
 */
export function createTokenStore(signIn: () => Promise<GatewayToken>, now: () => number): TokenStore {
  let held: { token: GatewayToken; endsAtMs: number } | null = null;
  let signingIn: Promise<GatewayToken> | null = null;

  async function renew(): Promise<GatewayToken> {
    const token = await signIn();
    const statedMs = token.expiresAt?.getTime() ?? 0;
    const readable = statedMs - now() > renewBeforeEndMs;
    held = { token, endsAtMs: readable ? statedMs : now() + lifetimeWhenUnreadableMs };
    return token;
  }

  return {
    async current() {
      if (held && held.endsAtMs - now() >= renewBeforeEndMs) return held.token;
      signingIn ??= renew().finally(() => {
        signingIn = null;
      });
      try {
        return await signingIn;
      } catch (error) {
        if (held && held.endsAtMs > now()) return held.token;
        throw error;
      }
    },
    drop(token) {
      if (held?.token.token === token) held = null;
    },
  };
}

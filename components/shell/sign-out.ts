import { forgetDraft } from "#components/till/sale-draft.ts";

/**
 * Ends the session and goes to the sign-in. Asks next-auth's own addresses by itself: its client library is ten kilobytes, of which
 * this is all that a till needs. Throws when the server does not answer.
 */
export async function signOut(): Promise<void> {
  forgetDraft();
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: "/sign-in", json: "true" });
  const answer = await fetch("/api/auth/signout", { method: "POST", body });
  if (!answer.ok) throw new Error(`the sign-out answered ${answer.status}`);
  // A whole new page: nothing of the one before is to be kept in memory.
  window.location.assign("/sign-in");
}

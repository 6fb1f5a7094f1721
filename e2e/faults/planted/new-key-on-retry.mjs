// @ts-check
import { randomUUID } from "node:crypto";

// A bug for the driver to find: a call that moves money gets a new key when it is sent again.

const sent = new Set();
const honest = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  const key = headers.get("sezzle-request-id");
  if (key === null) return honest(input, init);
  if (sent.has(key)) headers.set("sezzle-request-id", randomUUID());
  sent.add(key);
  return honest(input, { ...init, headers });
};

// @ts-check

// A bug for the driver to find: a call that moves money is sent twice.

const honest = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const isMoney = new Headers(init?.headers).has("sezzle-request-id");
  if (isMoney) {
    const extra = await honest(input, init).catch(() => null);
    await extra?.body?.cancel();
  }
  return honest(input, init);
};

/** Tells whoever watches the page what a specimen's callback was given: browsers' tools and tests can listen for it. */
export function record(name: string, input: unknown): void {
  window.dispatchEvent(new CustomEvent("specimen", { detail: { name, input } }));
}

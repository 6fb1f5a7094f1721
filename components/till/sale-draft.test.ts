import { beforeEach, expect, test, vi } from "vitest";
import { emptyDraft, findDraft, keepDraft, longestDraftMs, type SaleDraft } from "./sale-draft.ts";

const draft: SaleDraft = { ...emptyDraft, amountCents: 8_450, contact: "(612) 555-01" };
const wish = { content: "{}", wishId: "w1" };
const at = 1_000_000;

/** A tab's storage, as browsers have it. */
class TabStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

let tab: TabStorage;

beforeEach(() => {
  tab = new TabStorage();
  vi.stubGlobal("sessionStorage", tab);
});

test("what was typed is found again by whom it is of, with the wish it was sent with", () => {
  keepDraft({ owner: "casey", keptAt: at, draft, wish });
  expect(findDraft("casey", at + 1_000)).toEqual({ owner: "casey", keptAt: at, draft, wish });
});

test.each([
  ["another person", "morgan", at + 1_000],
  ["the same person a quarter of an hour later", "casey", at + longestDraftMs + 1],
  ["a device whose clock was set back", "casey", at - 1],
])("%s does not find it, and nothing of it is left", (_, owner, now) => {
  keepDraft({ owner: "casey", keptAt: at, draft, wish: null });
  expect(findDraft(owner, now)).toBeNull();
  expect(tab.items.size).toBe(0);
});

test("a form with nothing typed keeps nothing", () => {
  keepDraft({ owner: "casey", keptAt: at, draft, wish: null });
  keepDraft({ owner: "casey", keptAt: at, draft: emptyDraft, wish: null });
  expect(tab.items.size).toBe(0);
});

test("what is not a draft is forgotten", () => {
  tab.setItem("till-draft", "{");
  expect(findDraft("casey", at)).toBeNull();
  expect(tab.items.size).toBe(0);
});

test("a browser that keeps nothing does no harm", () => {
  vi.stubGlobal("sessionStorage", undefined);
  keepDraft({ owner: "casey", keptAt: at, draft, wish: null });
  expect(findDraft("casey", at)).toBeNull();
});

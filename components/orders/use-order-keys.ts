"use client";

import { type RefObject, useEffect, useRef } from "react";

type OrderKeys = {
  /** Whether single letters are keys: who dictates, or reads with a screen reader, can turn them off. */
  withLetters: boolean;
  search: RefObject<HTMLInputElement | null>;
  /** What holds the list; each of its lines is one link. */
  list: RefObject<HTMLElement | null>;
  /** Empties the search. */
  onClear: () => void;
};

/**
 * The list by keys. What moves is the browser's own focus, from link to link, so that Enter opens, Tab goes on from there, and a
 * screen reader says where one is. Arrows are taken inside the list and from the search field alone: elsewhere they scroll.
 */
export function useOrderKeys(keys: OrderKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog")) return;
      if (take(event, latest.current)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Does what a key means here. False when it means nothing, and is left to the browser. */
function take({ key, target }: KeyboardEvent, keys: OrderKeys): boolean {
  const search = keys.search.current;
  const list = keys.list.current;
  const at = target instanceof Element ? target : null;
  if (at && at === search) {
    if (key === "ArrowDown") return move(list, 1, search);
    if (key !== "Escape" || search.value === "") return false;
    keys.onClear();
    return true;
  }
  if (at?.closest("input, select, textarea, [contenteditable]")) return false;
  const isInList = at !== null && list?.contains(at) === true;
  if (isInList && key === "ArrowDown") return move(list, 1, search);
  if (isInList && key === "ArrowUp") return move(list, -1, search);
  if (isInList && key === "Escape") {
    keys.onClear();
    search?.focus();
    return true;
  }
  if (!keys.withLetters) return false;
  if (key === "j") return move(list, 1, search);
  if (key === "k") return move(list, -1, search);
  if (key !== "/") return false;
  search?.focus();
  search?.select();
  return true;
}

/** Moves to the next or the previous line; up from the first one lies the search. */
function move(list: HTMLElement | null, by: 1 | -1, search: HTMLInputElement | null): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>("li a") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at === 0 && by === -1) search?.focus();
  else links[at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by]?.focus();
  return links.length > 0;
}

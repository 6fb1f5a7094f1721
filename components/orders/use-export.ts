"use client";

import { useEffect, useRef, useState } from "react";
import { wordsIn } from "#lib/language.ts";
import { exportWords } from "#lib/words/export-words.ts";

export type ExportState =
  | { kind: "none" }
  | { kind: "running"; count: number; about: number | null }
  | { kind: "saved"; count: number }
  | { kind: "failed"; sentence: string };

/** How much is held before it is handed to the browser, which keeps files of any size outside of the page's own memory. */
const heldBytes = 4 * 1024 * 1024;
const lineEnd = 10;

/**
 * Loads a CSV file with its progress, and saves it once it is whole: one that is cut off on the way is never taken for all there
 * is. Why it did not come is told for `locale`.
 */
export function useExport(locale: string) {
  const words = wordsIn(exportWords, locale);
  const [state, setState] = useState<ExportState>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(address: string) {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    setState({ kind: "running", count: 0, about: null });
    try {
      const response = await fetch(address, { signal: controller.signal, cache: "no-store" });
      if (!response.ok || !response.body)
        return setState({ kind: "failed", sentence: whyNot(response.status, words) });
      const about = Number(response.headers.get("x-about-orders") ?? Number.NaN);
      const isKnown = Number.isFinite(about);
      const file = await load(response.body, (count) => {
        setState({ kind: "running", count, about: isKnown ? about : null });
      });
      save(file.blob, nameIn(response.headers.get("content-disposition")));
      setState({ kind: "saved", count: file.count });
    } catch {
      if (running.current === controller && !controller.signal.aborted) {
        setState({ kind: "failed", sentence: words.cutOff });
      }
    }
  }

  function cancel() {
    running.current?.abort();
    setState({ kind: "none" });
  }

  return { state, start, cancel };
}

async function load(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onCount: (count: number) => void,
): Promise<{ blob: Blob; count: number }> {
  const reader = body.getReader();
  let blob = new Blob([], { type: "text/csv" });
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let lines = 0;
  const hand = () => {
    blob = new Blob([blob, ...held], { type: "text/csv" });
    held = [];
    size = 0;
  };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    held.push(value);
    size += value.byteLength;
    for (const byte of value) if (byte === lineEnd) lines += 1;
    // The first line names the columns.
    onCount(Math.max(0, lines - 1));
    if (size > heldBytes) hand();
  }
  hand();
  return { blob, count: Math.max(0, lines - 1) };
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "orders.csv";
}

function whyNot(status: number, words: { signedOut: string; notAllowed: string; notBegun: string }): string {
  if (status === 401) return words.signedOut;
  return status === 403 ? words.notAllowed : words.notBegun;
}

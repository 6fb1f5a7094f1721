"use client";

import { useEffect, useRef, useState } from "react";

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
 * is.
 */
export function useExport() {
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
        return setState({ kind: "failed", sentence: await whyNot(response) });
      const about = Number(response.headers.get("x-about-orders") ?? Number.NaN);
      const isKnown = Number.isFinite(about);
      const file = await load(response.body, (count) => {
        setState({ kind: "running", count, about: isKnown ? about : null });
      });
      save(file.blob, nameIn(response.headers.get("content-disposition")));
      setState({ kind: "saved", count: file.count });
    } catch {
      if (running.current === controller && !controller.signal.aborted) {
        setState({ kind: "failed", sentence: "The export was cut off, and nothing was saved. Try again." });
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

async function whyNot(response: Response): Promise<string> {
  try {
    const { error } = (await response.json()) as { error?: unknown };
    if (typeof error === "string") return error;
  } catch {
    // Not an answer of the till's own.
  }
  return "The export did not begin. Try again.";
}

"use client";

import { useEffect, useRef, useState } from "react";

/** Something to be read aloud once; the key tells two of them apart. */
export type Spoken = { key: string; text: string };

/** The text for a live region: what is new among the given, said once, however often they are given again. */
export function useSpoken(all: Spoken[]): string {
  const said = useRef(new Set<string>());
  const [text, setText] = useState("");
  const latest = useRef(all);
  latest.current = all;
  const keys = all.map((it) => it.key).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another key is something new, not another text of the same
  useEffect(() => {
    const fresh = latest.current.filter((it) => !said.current.has(it.key));
    if (fresh.length === 0) return;
    for (const { key } of fresh) said.current.add(key);
    setText(fresh.map((it) => it.text).join(" "));
  }, [keys]);
  return text;
}

"use client";

import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { daySpecimens } from "./day-specimens.tsx";
import { noticeSpecimens } from "./notice-specimens.tsx";
import { partSpecimens } from "./part-specimens.tsx";
import { saleSpecimens } from "./sale-specimens.tsx";
import { shopperSpecimens } from "./shopper-specimens.tsx";
import { tabletSpecimens } from "./tablet-specimens.tsx";
import { tillSpecimens } from "./till-specimens.tsx";

/** A component in one state; drawn only when it is looked at. */
export type Specimen = { name: string; draw: () => ReactNode };

const all: Specimen[] = [
  ...tillSpecimens,
  ...saleSpecimens,
  ...shopperSpecimens,
  ...noticeSpecimens,
  ...partSpecimens,
  ...daySpecimens,
  ...tabletSpecimens,
];

/** One specimen full screen, or all their names. */
export function Specimens({ only }: { only: string | null }) {
  if (only) {
    const specimen = all.find((it) => it.name === only);
    return specimen ? specimen.draw() : notFound();
  }
  return (
    <main className="mx-auto max-w-220 p-6">
      <h1 className="text-figure font-semibold">Specimens</h1>
      <ul className="mt-6 columns-2 gap-6 wide:columns-3">
        {all.map(({ name }) => (
          <li key={name}>
            <Link href={`/design?c=${name}`} className="flex min-h-11 items-center text-body underline">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}

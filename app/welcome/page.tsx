import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { PageCard } from "#components/shell/page-card.tsx";
import { needsOwner } from "#lib/server/setup/setup-code.ts";
import { createOwner } from "./actions.ts";
import { Welcome } from "./welcome.tsx";

export const metadata: Metadata = { title: "Set up" };

export default async function WelcomePage() {
  await connection();
  if (!(await needsOwner())) notFound();
  return (
    <PageCard
      title="Set up this till"
      lead="You become its owner. The one-time code is in the log of the till's server."
    >
      <Welcome create={createOwner} />
    </PageCard>
  );
}

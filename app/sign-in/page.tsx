import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageCard } from "#components/shell/page-card.tsx";
import { demoHint } from "#lib/server/auth/demo-hint.ts";
import { currentViewer } from "#lib/server/auth/session.ts";
import { needsOwner } from "#lib/server/setup/setup-code.ts";
import { SignIn } from "./sign-in.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if (await currentViewer()) redirect("/");
  if (await needsOwner()) redirect("/welcome");
  return (
    <PageCard title="Sign in" lead="Take Sezzle payments at the counter.">
      <SignIn hint={demoHint()} />
    </PageCard>
  );
}

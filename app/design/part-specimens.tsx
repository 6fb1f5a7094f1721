"use client";

import { ChangePasswordForm } from "#components/account/change-password-form.tsx";
import { MessagePage } from "#components/shell/message-page.tsx";
import { PageCard } from "#components/shell/page-card.tsx";
import { RegisterPicker } from "#components/shell/register-picker.tsx";
import { SignInForm } from "#components/shell/sign-in-form.tsx";
import { ShopperPage } from "#components/shopper/shopper-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { saleStatuses } from "#lib/order-state.ts";
import { tooSmall } from "./fixtures.ts";
import type { Specimen } from "./specimens.tsx";

const refuse = async () => ({ ok: false as const, problem: tooSmall });

function Parts() {
  return (
    <main className="mx-auto flex max-w-180 flex-col gap-8 p-6">
      <h1 className="text-title font-semibold">Parts</h1>
      <div className="flex flex-wrap gap-2">
        {saleStatuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </div>
      {[false, true].map((busy) => (
        <div key={String(busy)} className="flex flex-wrap gap-2">
          <Button variant="primary" busy={busy}>
            Capture $84.50
          </Button>
          <Button busy={busy}>Part of it…</Button>
          <Button variant="quiet" busy={busy}>
            Cancel
          </Button>
          <Button variant="danger" busy={busy}>
            Refund $20.00
          </Button>
          <Button variant="primary" soft busy={busy}>
            Enter an amount
          </Button>
        </div>
      ))}
      <Field label="Receipt number" hint="Letters, digits, - and _." defaultValue="R-20417" />
      <Field label="Receipt number" error="Letters, digits, - and _ only." defaultValue="R/20417" />
      <ProblemCard problem={tooSmall} onDismiss={() => {}} />
    </main>
  );
}

export const partSpecimens: Specimen[] = [
  { name: "parts", draw: () => <Parts /> },
  {
    name: "sign-in",
    draw: () => (
      <PageCard title="Sign in" lead="With the name your manager gave you.">
        <SignInForm
          onSubmit={refuse}
          hint={[
            { role: "cashier", signInName: "cashier", password: "maple-cashier" },
            { role: "manager", signInName: "manager", password: "maple-manager" },
          ]}
        />
      </PageCard>
    ),
  },
  {
    name: "change-password",
    draw: () => (
      <PageCard title="Change your password">
        <ChangePasswordForm withCode={false} onSubmit={refuse} />
      </PageCard>
    ),
  },
  {
    name: "registers",
    draw: () => (
      <PageCard title="Which register is this?" lead="It stays with this tablet until you change it.">
        <RegisterPicker
          stores={[
            {
              id: "a",
              name: "Maple St",
              registers: [
                { id: "1", name: "Register 1" },
                { id: "2", name: "Register 2" },
              ],
            },
            { id: "b", name: "Harbor Ave", registers: [{ id: "3", name: "Register 1" }] },
          ]}
          onPick={refuse}
        />
      </PageCard>
    ),
  },
  {
    name: "message",
    draw: () => (
      <MessagePage
        title="This page does not exist"
        lines={["The address may be old, or the sale belongs to another store."]}
        action={{ label: "Back to the till", href: "/design?c=till" }}
      />
    ),
  },
  {
    name: "shopper-complete",
    draw: () => <ShopperPage kind="complete" shopName="Maple St" locale="en-US" />,
  },
  {
    name: "shopper-cancelled",
    draw: () => <ShopperPage kind="cancelled" shopName="Maple St" locale="en-US" />,
  },
];

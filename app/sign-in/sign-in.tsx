"use client";

import {
  SignInForm,
  type SignInFormProps,
  type SignInInput,
  type SignInStep,
} from "#components/shell/sign-in-form.tsx";
import { TabletSignIn, type TabletSignInProps } from "#components/tablet/tablet-sign-in.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Result, success } from "#lib/problem.ts";
import { pairWords } from "#lib/words/tablet-words.ts";
import { beginWithPassword, beginWithPin } from "./begin-session.ts";

type Hint = Pick<SignInFormProps, "hint">;

/** The sign-in form, wired to next-auth, with the way to make this browser a register's tablet. */
export function SignIn({ hint }: Hint) {
  const words = useWords(pairWords);
  return (
    <div className="flex flex-col gap-2">
      <SignInForm hint={hint} onSubmit={withPassword} />
      <Link href="/sign-in/pair" className={`${buttonClass("quiet")} w-full`}>
        {words.offer}
      </Link>
    </div>
  );
}

/** The same on a paired tablet: names first. */
export function SignInOnTablet(props: Hint & Pick<TabletSignInProps, "staff" | "startsWithPassword">) {
  return (
    <TabletSignIn
      {...props}
      onPassword={withPassword}
      onPin={async (input) => {
        const begun = await beginWithPin(input);
        if (begun.ok) return leaveFor("/till");
        // Unpaired since the page was loaded: it shows the form instead.
        if (begun.problem.code === "not_paired") return leaveFor("/sign-in");
        return begun;
      }}
    />
  );
}

async function withPassword(input: SignInInput): Promise<Result<SignInStep>> {
  const begun = await beginWithPassword(input);
  if (!begun.ok) return begun;
  return begun.value ? success(begun.value) : leaveFor("/");
}

/** A full load, so that nothing of the last person stays in memory. Busy until the other page is there: a second press would be a second sign-in. */
function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => {});
}

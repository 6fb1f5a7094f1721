import { CopyButton } from "#components/ui/copy-button.tsx";

export type TemporaryPassword = { signInName: string; password: string; until: string };

export type TemporaryPasswordCardProps = { name: string; given: TemporaryPassword; untilWords: string };

/** A password that is shown this once, to be told to its person. */
export function TemporaryPasswordCard({ name, given, untilWords }: TemporaryPasswordCardProps) {
  return (
    <div role="status" className="rounded-card border border-approved/30 bg-approved-wash p-5">
      <p className="text-body font-semibold text-approved">Tell {name} this temporary password</p>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-label text-soft">Sign-in name</dt>
          <dd className="text-title font-semibold">{given.signInName}</dd>
        </div>
        <div>
          <dt className="text-label text-soft">Temporary password</dt>
          <dd className="font-mono text-title font-semibold select-all">{given.password}</dd>
        </div>
      </dl>
      <CopyButton text={given.password} label="Copy" name="the temporary password" />
      <p className="text-body">
        It is shown only now. With it {name} chooses a password of their own at the next sign-in, until{" "}
        {untilWords}.
      </p>
    </div>
  );
}

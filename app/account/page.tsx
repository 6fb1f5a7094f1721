import type { Metadata } from "next";
import { PageCard } from "#components/shell/page-card.tsx";
import { requireViewer } from "#lib/server/auth/session.ts";
import { changePassword } from "./actions.ts";
import { ChangePassword } from "./change-password.tsx";

export const metadata: Metadata = { title: "Change password" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  return (
    <PageCard title="Change password" lead="You will sign in anew on every device.">
      <ChangePassword personId={viewer.personId} change={changePassword} />
    </PageCard>
  );
}

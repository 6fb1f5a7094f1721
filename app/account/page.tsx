import type { Metadata } from "next";
import { requireViewer } from "#lib/server/auth/session.ts";
import { changePassword } from "./actions.ts";
import { ChangePassword } from "./change-password.tsx";

export const metadata: Metadata = { title: "Change password" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  return <ChangePassword personId={viewer.personId} change={changePassword} />;
}

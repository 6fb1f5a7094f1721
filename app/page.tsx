import { redirect } from "next/navigation";
import { currentStation, requireViewer } from "#lib/server/auth/session.ts";
import { mayAnywhere } from "#lib/server/auth/viewer.ts";

/** Everybody's first page: a tablet that is a register shows the till; elsewhere a manager finds the day. */
export default async function HomePage() {
  const viewer = await requireViewer();
  if (await currentStation(viewer)) redirect("/till");
  redirect(mayAnywhere(viewer, "today.see") ? "/today" : "/register");
}

import { notFound } from "next/navigation";
import { isDevelopment } from "#lib/server/env.ts";
import { Specimens } from "./specimens.tsx";

/** Every component in every state, for eyes and pictures while developing. `?c=sale-authorized` shows one, full screen. */
export default async function DesignPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!isDevelopment()) notFound();
  const { c } = await searchParams;
  return <Specimens only={typeof c === "string" ? c : null} />;
}

import { type DemoSignIn, demoSignIns } from "#db/demo.ts";
import { env } from "../env.ts";

/** The demo's sign-ins, to be shown beside the form; none outside of `local` mode, where these people do not exist. */
export function demoHint(): DemoSignIn[] | undefined {
  return env().mode === "local" ? demoSignIns : undefined;
}

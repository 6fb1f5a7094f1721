import { z } from "zod";
import { StartError } from "./database.ts";

/** How the sandbox was asked to run. */
export interface Environment {
  /** 0: any free port. */
  port: number;
  databasePath: string;
  publicKey: string;
  privateKey: string;
  /** The public address, when it is not `http://localhost:PORT`. */
  url: string | undefined;
}

const schema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SANDBOX_DATABASE: z.string().min(1).default("./data/sandbox.db"),
  SANDBOX_PUBLIC_KEY: z.string().min(1).default("sz_pub_local"),
  SANDBOX_PRIVATE_KEY: z.string().min(1).default("sz_pr_local"),
  SANDBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/** Reads the `SANDBOX_…` variables; empty counts as not set. @throws StartError that names the wrong one. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(set);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new StartError(`${issue?.path.join(".")} is not valid: ${issue?.message}`);
  }
  const value = result.data;
  return {
    port: value.SANDBOX_PORT,
    databasePath: value.SANDBOX_DATABASE,
    publicKey: value.SANDBOX_PUBLIC_KEY,
    privateKey: value.SANDBOX_PRIVATE_KEY,
    url: value.SANDBOX_URL?.replace(/\/$/, ""),
  };
}

import type { DemoSignIn } from "#db/demo.ts";
import type { Env } from "#lib/server/env.ts";

/** The block a person reads when everything is up. */
export function welcomeText(env: Env, demo: DemoSignIn[] | null, sandboxUrl: string | null): string {
  const lines = ["", `Till for Sezzle is ready:  ${env.appUrl}`];
  if (demo && demo.length > 0) lines.push("", "Sign in to the demo shop as", ...signInTable(demo));
  if (sandboxUrl) {
    lines.push(
      "",
      "The sandbox plays Sezzle's part",
      `  messages to shoppers   ${sandboxUrl}/messages`,
      `  control and faults     ${sandboxUrl}/control`,
    );
  }
  return [...lines, "", "Press Ctrl-C to stop.", ""].join("\n");
}

function signInTable(demo: DemoSignIn[]): string[] {
  const rows = [
    ["role", "sign-in name", "password", "store"],
    ...demo.map(({ role, signInName, password, store }) => [role, signInName, password, store]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd(),
  );
}

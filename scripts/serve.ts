import { prepareDatabase } from "#db/prepare.ts";
import { type Env, readEnv } from "#lib/server/env.ts";
import { ChildProcesses } from "./serve/child-processes.ts";
import { loadEnvFiles } from "./serve/env-files.ts";
import { portProblem } from "./serve/free-port.ts";
import { isNextBanner } from "./serve/next-banner.ts";
import { startSandbox } from "./serve/sandbox-child.ts";
import { waitUntilReady } from "./serve/wait-until-ready.ts";
import { welcomeText } from "./serve/welcome.ts";

const isDev = process.argv.includes("--dev");
const command = isDev ? "npm run dev" : "npm start";
const readyTimeoutMs = 120_000;

const aborted = new AbortController();
const children = new ChildProcesses((line) => void end(1, line));

/** Ends everything this process started, then itself. The first call decides how. */
async function end(exitCode: number, line?: string): Promise<void> {
  if (aborted.signal.aborted) return;
  aborted.abort();
  if (line !== undefined) console.error(line);
  await children.stop();
  process.exit(exitCode);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
// Whoever read our output is gone, as after `npm start | head`.
process.stdout.on("error", () => void end(0));

async function findPortProblem(env: Env): Promise<string | null> {
  if (env.startsSandbox && env.port === env.sandboxPort) {
    return `PORT and SANDBOX_PORT are both ${env.port}. Give the sandbox another one: SANDBOX_PORT=${env.port + 1} ${command}.`;
  }
  const problem = await portProblem(env.port, "PORT", command);
  if (problem !== null || !env.startsSandbox) return problem;
  return portProblem(env.sandboxPort, "SANDBOX_PORT", command);
}

function startApp(env: Env): Promise<boolean> {
  children.start({
    name: "The app",
    args: ["node_modules/next/dist/bin/next", isDev ? "dev" : "start", "-p", String(env.port)],
    env: {
      ...process.env,
      PORT: String(env.port),
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_MANUAL_SIG_HANDLE: "true",
    },
    onLine: (line) => (isNextBanner(line) ? "hide" : "show"),
  });
  return waitUntilReady(`http://127.0.0.1:${env.port}/api/health/ready`, readyTimeoutMs, aborted.signal);
}

async function start(): Promise<void> {
  loadEnvFiles();
  const read = readEnv(process.env);
  if (!read.ok) return end(1, read.problems.join("\n"));
  const { env } = read;

  const taken = await findPortProblem(env);
  if (taken !== null) return end(1, taken);

  const prepared = await prepareDatabase(env);
  if (!prepared.ok) return end(1, prepared.problem);

  const sandboxUrl = env.startsSandbox ? await startSandbox(children, env, isDev) : null;
  if (!(await startApp(env))) {
    return end(
      1,
      `The app did not become ready within ${readyTimeoutMs / 1000} s, so everything was stopped.`,
    );
  }
  console.log(welcomeText(env, prepared.demo, sandboxUrl));
}

await start();

import { createServer } from "node:net";

/**
 * Says what keeps a server from listening on a port, before anything is started.
 * @param setting the environment variable that chooses the port, named in the advice
 * @returns one line for a person, or null when the port can be had
 */
export async function portProblem(port: number, setting: string, command: string): Promise<string | null> {
  // Another program may hold the port on one address only; both must be free.
  const code = (await listenError(port)) ?? (await listenError(port, "127.0.0.1"));
  if (code === null) return null;
  const advice = `start with ${setting}=${port < 1024 ? port + 8000 : port + 1} ${command}.`;
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program. Stop it, or ${advice}`;
  if (code === "EACCES") return `Port ${port} needs rights that this account does not have: ${advice}`;
  return `Port ${port} cannot be used (${code}): ${advice}`;
}

/** Without a host this is the address Next listens on: all of them. */
function listenError(port: number, host?: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}

import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** `cut` ends the connection, `hang` never answers, `half` breaks off inside the body of a 200. */
export type Reply =
  | "cut"
  | "hang"
  | "half"
  | { status: number; headers?: Record<string, string>; body?: string };

type SeenRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

export type ScriptedServer = {
  url: string;
  /** Every request so far but those that sign in. */
  seen: SeenRequest[];
  signIns(): number;
  /** Replies to come, in order; without one a request is answered 500. */
  replies: Reply[];
  /** Replies to sign-ins; without one they succeed with `token-1`, `token-2`, … */
  signInReplies: Reply[];
  stop(): Promise<void>;
};

/** The success of a sign-in, as Sezzle writes it. */
function signInAnswer(token: string, expiresAt: string): Reply {
  const body = JSON.stringify({ token, expiration_date: expiresAt, merchant_uuid: "merchant-1" });
  return { status: 201, body };
}

/** An HTTP server on a free port that answers what a test tells it to. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  let signIns = 0;
  const seen: SeenRequest[] = [];
  const replies: Reply[] = [];
  const signInReplies: Reply[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    let reply: Reply;
    if (url === "/v2/authentication") {
      signIns += 1;
      const inTwoHours = new Date(Date.now() + 2 * 60 * 60_000).toISOString();
      reply = signInReplies.shift() ?? signInAnswer(`token-${signIns}`, inTwoHours);
    } else {
      seen.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
      reply = replies.shift() ?? { status: 500 };
    }
    if (reply === "hang") return;
    if (reply === "cut") {
      response.destroy();
    } else if (reply === "half") {
      response.writeHead(200, { "content-length": "1000" }).write("{", () => response.destroy());
    } else {
      response.writeHead(reply.status, reply.headers).end(reply.body);
    }
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    signIns: () => signIns,
    replies,
    signInReplies,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

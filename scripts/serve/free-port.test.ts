import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { portProblem } from "./free-port.ts";

it.each([undefined, "127.0.0.1"])(
  "a port that another program holds on %s is refused, one that is free is not",
  async (host) => {
    const other = createServer().listen({ port: 0, host });
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(await portProblem(port, "PORT", "npm start")).toBe(
      `Port ${port} is taken by another program. Stop it, or start with PORT=${port + 1} npm start.`,
    );
    other.close();
    await once(other, "close");
    expect(await portProblem(port, "PORT", "npm start")).toBeNull();
  },
);

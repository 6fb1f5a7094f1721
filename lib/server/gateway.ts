import { findIdentity, setMerchant } from "#db/queries/identity.ts";
import { read, write } from "./database.ts";
import { env } from "./env.ts";
import { gatewayHealth } from "./gateway-health.ts";
import { log } from "./log.ts";
import { oncePerProcess } from "./once.ts";
import { createGateway, type Gateway } from "./sezzle/client.ts";
import { GatewayError } from "./sezzle/gateway-error.ts";

/** The keys belong to another merchant than the database: nothing may be sent. */
export class WrongMerchantError extends Error {
  override readonly name = "WrongMerchantError";

  // As with GatewayError: Next's bundles each have a class of this name.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "WrongMerchantError";
  }
}

/** This process's client of Sezzle's gateway, with its one shared token. */
function client(): Gateway {
  return oncePerProcess("gateway", () => newClient());
}

function newClient(timeoutMs?: number): Gateway {
  const { gatewayUrl, publicKey, privateKey, phoneFormat, frenchCode } = env();
  return createGateway({
    baseUrl: gatewayUrl,
    publicKey,
    privateKey,
    timeoutMs,
    readings: { phoneFormat, frenchCode },
    log: (entry) => log().info({ gateway: entry }, "asked Sezzle"),
    watch: (call) => gatewayHealth().begin(call),
  });
}

/** A gateway that does not answer something this small in this time does not answer. */
const probeMs = 8_000;

/**
 * Asks the gateway for something small that is about no order and changes nothing, to learn whether it answers: `gatewayHealth`
 * hears of it as of every exchange.
 */
export async function probeGateway(): Promise<void> {
  const prober = oncePerProcess("gateway prober", () => newClient(probeMs));
  try {
    await prober.listWebhooks();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
}

/**
 * The gateway, once it is certain that its keys belong to the merchant of this database; the first merchant a database
 * meets is its own for ever. Throws a GatewayError when Sezzle cannot be asked, and a WrongMerchantError.
 */
export async function gateway(): Promise<Gateway> {
  const verified = oncePerProcess("verified merchant", () => ({ merchantUuid: null as string | null }));
  if (!verified.merchantUuid) verified.merchantUuid = await verifyMerchant(client());
  return client();
}

async function verifyMerchant(it: Gateway): Promise<string> {
  const { merchantUuid } = await it.authenticate();
  const known = (await read(findIdentity))?.merchantUuid;
  if (known === merchantUuid) return merchantUuid;
  await write(async (db) => {
    const identity = await findIdentity(db);
    if (!identity?.merchantUuid) return setMerchant(db, merchantUuid);
    if (identity.merchantUuid !== merchantUuid) {
      throw new WrongMerchantError(
        "SEZZLE_PUBLIC_KEY belongs to another merchant than this database. Use that merchant's keys, or set DATABASE_URL to another one.",
      );
    }
  });
  return merchantUuid;
}

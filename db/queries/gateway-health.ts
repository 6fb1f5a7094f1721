import { eq, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { gatewayHealth } from "../schema/gateway-health.ts";
import { greater } from "./common-sql.ts";

export type GatewayHealthRow = Omit<typeof gatewayHealth.$inferSelect, "id">;

const theRow = 1;

const health = prepared((db) => db.select().from(gatewayHealth).where(eq(gatewayHealth.id, theRow)));

/** What this shop's processes have noticed of the gateway. */
export async function findGatewayHealth(db: Db): Promise<GatewayHealthRow> {
  const [row] = await health(db, {});
  return { downSince: row?.downSince ?? null, quietUntil: row?.quietUntil ?? null };
}

/**
 * Notes since when the gateway is down, or (null) that it answers. Of two processes that notice an outage, the first one's
 * moment stays. Returns what is kept then.
 */
export async function setGatewayDown(db: Db, downSince: Date | null): Promise<Date | null> {
  const [row] = await db
    .insert(gatewayHealth)
    .values({ id: theRow, downSince })
    .onConflictDoUpdate({
      target: gatewayHealth.id,
      set: {
        downSince: downSince && sql`coalesce(${gatewayHealth.downSince}, ${downSince.getTime()})`,
      },
    })
    .returning({ downSince: gatewayHealth.downSince });
  return row?.downSince ?? null;
}

/** Notes until when Sezzle wants to be left alone. Of two processes that were told so, the later moment stays. */
export async function setQuietUntil(db: Db, quietUntil: Date): Promise<void> {
  await db
    .insert(gatewayHealth)
    .values({ id: theRow, quietUntil })
    .onConflictDoUpdate({
      target: gatewayHealth.id,
      set: { quietUntil: greater(sql`coalesce(${gatewayHealth.quietUntil}, 0)`, quietUntil.getTime()) },
    });
}

import { probeGateway } from "../gateway.ts";
import { gatewayHealth } from "../gateway-health.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";

/** The pause between two probes: while it is not certain yet, and while the gateway is known to be down. */
const doubtMs = 1_000;
const downMs = 2_000;

const prober = () => oncePerProcess("gateway probing", () => ({ isProbing: false, endedAt: 0 }));

/**
 * Learns what other processes noticed of the gateway, and has it probed while it is in doubt, so that an outage is known within
 * seconds and its end too, though nobody asks for anything. Leaves it alone while Sezzle asked for that. Does not wait for the
 * probe: one that hangs must not keep this process from hearing of the others.
 */
export async function watchGateway(): Promise<void> {
  const health = gatewayHealth();
  const quietUntil = await health.look();
  const probing = prober();
  const now = Date.now();
  const isQuiet = quietUntil !== null && quietUntil.getTime() > now;
  const isDue = now - probing.endedAt >= (health.downSince ? downMs : doubtMs);
  if (isQuiet || probing.isProbing || !isDue || !health.isInDoubt) return;
  probing.isProbing = true;
  probeGateway()
    .catch((error) => log().error({ err: error }, "probing the gateway failed"))
    .finally(() => {
      probing.isProbing = false;
      probing.endedAt = Date.now();
    });
}

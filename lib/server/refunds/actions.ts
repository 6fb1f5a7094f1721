import { z } from "zod";
import { type Result, success } from "#lib/problem.ts";
import { refuse, type SaleContext, saleAction } from "../action.ts";
import { withPin } from "../auth/pin.ts";
import { write } from "../database.ts";
import { type ActOutcome, refundInput, started } from "../payments/actions.ts";
import { askManager } from "./ask-manager.ts";
import { approveRefund, type Decider, declineRefund, withdrawRefund } from "./decide.ts";

const undone: ActOutcome = { operationId: null, state: null };

/** Asks the managers of the store, on their own screens, to approve a refund. */
export const askRefundAction = saleAction("sale.refund", refundInput, async ({ asker }, input) => {
  const asked = await write((db) => askManager(db, asker, input, new Date()));
  return asked.ok ? success(undone) : asked;
});

const typedPin = { managerId: z.string().max(100), pin: z.string().max(20) };

/** Makes a refund that a manager approves on the spot, with their PIN on the screen of who asks. */
export const refundByPinAction = saleAction(
  "sale.refund",
  refundInput.extend(typedPin),
  async (context, input) => {
    const { asker } = context;
    const approved = await withPin(placeOf(context), input, async (db, now) => {
      const asked = await askManager(db, asker, input, now);
      if (!asked.ok) return asked;
      const decided = { saleId: input.saleId, requestId: asked.value.id, seenVersion: input.seenVersion };
      return approveRefund(db, byPin(context, input.managerId), decided, now);
    });
    return started(approved);
  },
);

const decided = { saleId: z.string().max(100), requestId: z.string().max(100) };
const approval = z.object({ ...decided, seenVersion: z.number().int() });

/** Approves a refund that waits, with a manager's PIN on the screen of whoever is signed in there. */
export const approveByPinAction = saleAction(
  "sale.refund",
  approval.extend(typedPin),
  async (context, input) => {
    const decider = byPin(context, input.managerId);
    return started(
      await withPin(placeOf(context), input, (db, now) => approveRefund(db, decider, input, now)),
    );
  },
);

/** Approves a refund that somebody asked for, from a manager's own screen. */
export const approveRefundAction = saleAction("refund.approve", approval, async (context, input) =>
  started(await write((db) => approveRefund(db, ownScreen(context), input, new Date()))),
);

const declining = z.object({
  ...decided,
  reason: z
    .string()
    .trim()
    .max(300)
    .transform((text) => text || null),
});

/** Declines a refund that somebody asked for. */
export const declineRefundAction = saleAction("refund.approve", declining, async (context, input) => {
  const result = await write((db) => declineRefund(db, ownScreen(context), input, new Date()));
  return result.ok ? success(undone) : result;
});

/** Takes back what one asked for. */
export const withdrawRefundAction = saleAction(
  "sale.refund",
  z.object(decided),
  async ({ viewer, sale, asker }, input): Promise<Result<ActOutcome>> => {
    const result = await write((db) => withdrawRefund(db, asker, input, new Date()));
    if (result.ok) return success(undone);
    if (result.problem.code !== "not_allowed") return result;
    return refuse(viewer, "refund.withdraw", result.problem, { storeId: sale.storeId, saleId: sale.id });
  },
);

function placeOf({ viewer, sale }: SaleContext) {
  return { viewer, storeId: sale.storeId, saleId: sale.id };
}

function byPin({ asker }: SaleContext, managerId: string): Decider {
  return { personId: managerId, registerId: asker.registerId, byPin: true };
}

function ownScreen({ asker }: SaleContext): Decider {
  return { personId: asker.personId, registerId: asker.registerId, byPin: false };
}

import { z } from "zod";
import { insertHistory } from "#db/queries/history.ts";
import { findStore, setCapturePolicy } from "#db/queries/stores.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { capturePolicies } from "#lib/store.ts";
import { refuse, rightAction } from "../action.ts";
import { notAllowed, unknownStore } from "../action-problems.ts";
import { write } from "../database.ts";
import { standingNow } from "../people/person-action.ts";

const change = z.object({ storeId: z.string().max(100), policy: z.enum(capturePolicies) });

/**
 * Sets when a store captures what Sezzle approves. What is approved already stays as it is. Owners alone, and whoever is none any
 * more at the moment of the change changes nothing.
 */
export const setCapturePolicyAction = rightAction(
  "store.manage",
  "stores.set_capture_policy",
  change,
  async (viewer, { storeId, policy }) => {
    const result = await write<Result<null>>(async (db) => {
      if (!(await standingNow(db, viewer)).isOwner) return refusal(notAllowed);
      const store = await findStore(db, storeId);
      if (!store) return refusal(unknownStore);
      if (store.capturePolicy === policy) return success(null);
      await setCapturePolicy(db, storeId, policy);
      await insertHistory(db, {
        at: new Date(),
        kind: "store.changed",
        storeId,
        personId: viewer.personId,
        data: { store: store.name, fromPolicy: store.capturePolicy, toPolicy: policy },
      });
      return success(null);
    });
    return result.ok || result.problem.code !== notAllowed.code
      ? result
      : refuse(viewer, "stores.set_capture_policy", notAllowed);
  },
);

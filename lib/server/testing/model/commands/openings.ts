import fc from "fast-check";
import { letPass } from "../clock.ts";
import type { House } from "../house.ts";
import { runJobs } from "../jobs.ts";
import { noteAttempt, send } from "../moves.ts";
import type { SaleModel } from "../sale-model.ts";
import { approvalLastsMs } from "../sandbox-control.ts";
import { type Step, step } from "../steps.ts";
import { clear, type Sky, skyWords } from "../weather.ts";
import { die } from "./deaths.ts";
import { completeNewest } from "./elsewhere.ts";
import { skies } from "./skies.ts";
import { askNow } from "./time.ts";
import { wishFor } from "./wishes.ts";

const deaths = ["before it claims", "with the request under way", "before it hears the answer"] as const;

/** The sale is started and its link sent. More often than not all goes well, and the till knows that the shopper was approved. */
export const openings: fc.Arbitrary<Step> = fc
  .record({
    receipt: fc.constantFrom(null, null, "R-0"),
    atOnce: fc.constantFrom(false, false, false, true),
    weather: fc.oneof(
      { weight: 4, arbitrary: fc.constant("approved" as const) },
      { weight: 2, arbitrary: fc.constant("approval over" as const) },
      { weight: 4, arbitrary: fc.constant("partly captured" as const) },
      { weight: 2, arbitrary: skies },
      { weight: 1, arbitrary: fc.constantFrom(...deaths) },
    ),
  })
  .map(({ receipt, atOnce, weather }) => {
    const start = receipt ? "a sale is started with a receipt number" : "a sale is started";
    const policy = atOnce ? ", to be captured at once" : "";
    return step(`${start}${policy}${words(weather)}`, async (model, house) => {
      model.receipt = receipt;
      model.capturesAtOnce = atOnce;
      await house.captureAtOnce(atOnce);
      const opening = await noteAttempt(model, await house.startSale(model.cents, receipt));
      if (isApproved(weather)) {
        await send(model, house, opening, clear);
        await completeNewest(model, house);
        await askNow(model, house, clear);
        if (weather === "approval over") await outlast(model, house);
        const asked = { kind: "capture", part: 4_000 } as const;
        const capture = weather === "partly captured" ? await wishFor(model, house, asked) : null;
        if (capture) await send(model, house, capture, clear);
      } else if (typeof weather === "string") await die(model, house, opening, weather);
      else await send(model, house, opening, weather);
    });
  });

/** The approval runs out, and the till finds that out. */
async function outlast(model: SaleModel, house: House): Promise<void> {
  letPass(approvalLastsMs);
  await runJobs(model, house, clear);
}

type Start = "approved" | "approval over" | "partly captured";

function isApproved(weather: Start | (typeof deaths)[number] | Sky): weather is Start {
  return weather === "approved" || weather === "approval over" || weather === "partly captured";
}

function words(weather: Start | (typeof deaths)[number] | Sky): string {
  if (weather === "approved") return " and the shopper approved";
  if (weather === "approval over") return " and the shopper approved, and that runs out";
  if (weather === "partly captured") return " and approved, and 4000 are captured";
  return typeof weather === "string" ? `, and the process dies ${weather}` : skyWords(weather);
}

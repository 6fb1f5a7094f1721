"use client";

import { useEffect, useRef, useState } from "react";
import { playApprovalChime } from "#components/sale/approval-chime.ts";
import type { SaleStatus } from "#lib/order-state.ts";

/** Tells whether this screen saw the sale become approved, and sounds once when it does. Not for one opened later. */
export function useApproval(status: SaleStatus): boolean {
  const last = useRef(status);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const became = last.current !== "authorized" && status === "authorized";
    last.current = status;
    if (became) playApprovalChime();
    setSeen(became);
  }, [status]);
  return seen;
}

import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";

/** What the desk shows where there is nothing, or nothing of one's own stores; where to go stays beside it. */
export default function DeskNotFound() {
  return (
    <div className="mx-auto flex max-w-140 flex-col items-center gap-3 px-6 py-20 text-center">
      <h1 className="text-title font-semibold">There is nothing here</h1>
      <p className="text-body text-soft">The address is wrong, or what it showed is not in your stores.</p>
      <Link href="/orders" className={buttonClass("primary")}>
        To the orders
      </Link>
    </div>
  );
}

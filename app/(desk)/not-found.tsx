import { buttonClass } from "#components/ui/button-class.ts";
import { Link } from "#components/ui/link.tsx";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { noPageWords } from "#lib/words/desk-words.ts";

/** What the desk shows where there is nothing, or nothing of one's own stores; where to go stays beside it. */
export default async function DeskNotFound() {
  const words = wordsIn(noPageWords, await currentLocale());
  return (
    <div className="mx-auto flex max-w-140 flex-col items-center gap-3 px-6 py-20 text-center">
      <h1 className="text-title font-semibold">{words.nothingHere}</h1>
      <p className="text-body text-soft">{words.nothingHereLine}</p>
      <Link href="/orders" className={buttonClass("primary")}>
        {words.toOrders}
      </Link>
    </div>
  );
}

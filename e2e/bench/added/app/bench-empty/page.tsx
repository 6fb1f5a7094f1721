import { empty } from "./actions.ts";

export const dynamic = "force-dynamic";

/** Where the empty action is called from. */
export default function EmptyPage() {
  return <form action={empty} />;
}

import { Skeleton } from "#components/ui/skeleton.tsx";

/** The filters' own height, while the list is on its way. */
export function OrderFiltersLoading() {
  return (
    <div aria-hidden className="flex flex-col gap-3">
      <Skeleton className="h-14 rounded-card" />
      <Skeleton className="h-11 w-full max-w-150 rounded-full" />
      <Skeleton className="h-11 w-full max-w-120 rounded-full" />
    </div>
  );
}

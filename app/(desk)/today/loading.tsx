import { DeskPage } from "#components/desk/desk-frame.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function TodayLoading() {
  return (
    <DeskPage title="Today">
      <div role="status" aria-label="Loading the day" className="flex flex-col gap-5">
        <div className="grid gap-4 sm:grid-cols-2 desk:grid-cols-4">
          {["taken", "waiting", "approved", "refunded"].map((it) => (
            <Skeleton key={it} className="h-36 rounded-card" />
          ))}
        </div>
        <Skeleton className="h-28 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
      </div>
    </DeskPage>
  );
}

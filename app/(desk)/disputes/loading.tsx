import { DeskPage } from "#components/desk/desk-frame.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function DisputesLoading() {
  return (
    <DeskPage title="Disputes">
      <div role="status" aria-label="Loading the disputes" className="flex flex-col gap-3">
        <Skeleton className="h-52 rounded-card" />
        <Skeleton className="h-52 rounded-card" />
      </div>
    </DeskPage>
  );
}

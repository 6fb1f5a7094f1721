/** A grey shape of the size of what comes. Size and corners are the caller's, by class. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={`block animate-pulse-slow bg-pressed ${className}`} />;
}

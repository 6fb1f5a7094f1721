const look = (isOn: boolean) =>
  isOn ? "border-accent bg-accent-wash text-accent" : "border-line bg-card text-soft hover:bg-sunken";

/** The classes of one way to narrow a list: as it looks while it narrows, or not. */
export function chipClass(isOn: boolean): string {
  return `inline-flex min-h-11 items-center rounded-full border px-4 text-body font-medium whitespace-nowrap transition-colors ${look(isOn)}`;
}

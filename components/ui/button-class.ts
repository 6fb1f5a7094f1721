export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "hero" | "till" | "desk";

const sizes: Record<ButtonSize, string> = {
  hero: "min-h-18 rounded-pad px-6 text-title",
  till: "min-h-14 rounded-card px-5 text-body",
  desk: "min-h-11 rounded-card px-4 text-body",
};

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong",
  secondary: "border border-edge bg-card text-ink hover:bg-sunken active:bg-pressed",
  quiet: "text-soft hover:bg-sunken hover:text-ink active:bg-pressed",
  danger: "bg-danger text-on-danger hover:bg-danger-strong active:bg-danger-strong",
};

const muted: Record<ButtonVariant, string> = {
  primary: "bg-pressed text-soft",
  secondary: "border border-line bg-card text-faint",
  quiet: "text-faint",
  danger: "bg-pressed text-soft",
};

/** The classes of a button, also for links that look like one. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize = "till", isMuted = false): string {
  const look = isMuted ? muted[variant] : variants[variant];
  return `inline-flex items-center justify-center text-center font-semibold select-none transition-colors ${sizes[size]} ${look}`;
}

/** What of a shopper must not stay in a payload. */
export type ShopperData = { phone: string | null; email: string | null; name: string | null };

/**
 * A webhook's payload without a shopper's data: every text or number that holds their phone number (however it is written), their
 * e-mail or their name is put away, and the rest stays to be worked off. Null when nothing is left that can be read; the same
 * bytes when it held none of it.
 */
export function cutPayload(raw: Buffer, shopper: ShopperData): Buffer | null {
  const text = raw.toString("utf8");
  let isCut = false;
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(cut);
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) =>
          holds(name, shopper) ? ["erased", cutOne()] : [name, cut(inner)],
        ),
      );
    }
    return (typeof value === "string" || typeof value === "number") && holds(String(value), shopper)
      ? cutOne()
      : value;
  };
  const cutOne = () => {
    isCut = true;
    return null;
  };
  try {
    const rest = cut(JSON.parse(text));
    return isCut ? Buffer.from(JSON.stringify(rest)) : raw;
  } catch {
    return holds(text, shopper) ? null : raw;
  }
}

function holds(text: string, { phone, email, name }: ShopperData): boolean {
  const small = text.toLowerCase();
  if (email && small.includes(email.toLowerCase())) return true;
  // A person's first or last name comes alone, too; within other words it is no name.
  if (name && [name, ...name.split(/\s+/)].some((it) => it !== "" && small.trim() === it.toLowerCase()))
    return true;
  if (name && /\s/.test(name) && small.includes(name.toLowerCase())) return true;
  // The last ten digits are the number without its country.
  return phone !== null && text.replace(/[\s().+–-]/g, "").includes(phone.replace(/\D/g, "").slice(-10));
}

import type { Language, Locale } from "#lib/language.ts";
import type { Money } from "#lib/money.ts";

/** What a checkout is opened with. The intent is always AUTH: the till captures when the goods change hands. */
export type CreateSessionInput = {
  amount: Money;
  /** Letters, digits, `-` and `_`; what the merchant sees in Sezzle's dashboard. */
  referenceId: string;
  description: string;
  metadata: Record<string, string>;
  locale: Locale;
  checkoutExpiresAt: Date;
  completeUrl: string;
  cancelUrl: string;
  customer: { firstName?: string; lastName?: string; phone?: string; email?: string };
  /** Where Sezzle sends the link; phones (here and in `customer`) are E.164. */
  sendTo: { kind: "sms"; phone: string } | { kind: "email"; email: string };
  /** The language of Sezzle's message. */
  language: Language;
};

/** How the app writes what Sezzle's documentation leaves open. */
export type SessionReadings = {
  /** `bare10`: ten digits, as in the documented examples. */
  phoneFormat: "bare10" | "e164";
  /** `fr` in older texts of Sezzle's, `fr-CA` in newer ones. */
  frenchCode: "fr" | "fr-CA";
};

/** Used unless the configuration says otherwise. */
export const defaultReadings: SessionReadings = { phoneFormat: "bare10", frenchCode: "fr-CA" };

function writePhone(phone: string, format: SessionReadings["phoneFormat"]): string {
  const tenDigits = /^\+1(\d{10})$/.exec(phone)?.[1];
  // The number itself stays out of the message.
  if (tenDigits === undefined) throw new RangeError("not a North American phone number in E.164");
  return format === "bare10" ? tenDigits : phone;
}

/**
 * Makes the body of `POST /v2/session`. Throws a RangeError for a phone number that is not +1 and ten digits, and for
 * an invalid expiry.
 */
export function sessionRequestBody(input: CreateSessionInput, readings: SessionReadings) {
  const { customer, sendTo } = input;
  const language = input.language === "fr" ? readings.frenchCode : "en";
  return {
    cancel_url: { href: input.cancelUrl, method: "GET" },
    complete_url: { href: input.completeUrl, method: "GET" },
    customer: {
      first_name: customer.firstName,
      last_name: customer.lastName,
      phone: customer.phone && writePhone(customer.phone, readings.phoneFormat),
      email: customer.email,
    },
    order: {
      intent: "AUTH",
      reference_id: input.referenceId,
      description: input.description,
      order_amount: { amount_in_cents: input.amount.amountCents, currency: input.amount.currency },
      metadata: input.metadata,
      checkout_expiration: input.checkoutExpiresAt.toISOString(),
      locale: input.locale,
      send_checkout_url:
        sendTo.kind === "sms"
          ? { to_sms_phone: writePhone(sendTo.phone, readings.phoneFormat), language }
          : { to_email: sendTo.email, language },
    },
  };
}

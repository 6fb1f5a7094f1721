import { checkoutUrl } from "../gateway/shapes.ts";
import type { OrderRow } from "../orders/order-row.ts";
import { formatMoney } from "../pages/format.ts";
import type { Sandbox } from "../sandbox.ts";

/** A text or an e-mail the sandbox "sent". */
export interface MessageRow {
  id: number;
  order_uuid: string;
  channel: "sms" | "email";
  recipient: string;
  language: string;
  subject: string | null;
  body: string;
  checkout_url: string;
  created_at: number;
}

/** Where the link of a checkout goes, and in which language. */
interface Delivery {
  phone: string | undefined;
  email: string | undefined;
  language: string;
}

/** "Sends" the link of a checkout by text, by e-mail, or both. */
export function sendCheckoutLink(sandbox: Sandbox, order: OrderRow, to: Delivery): void {
  const french = to.language.startsWith("fr");
  const metadata = JSON.parse(order.metadata) as Record<string, string>;
  const shop = metadata.store_name ?? (french ? "Votre magasin" : "Your store");
  const amount = formatMoney(order.amount_cents, order.currency, french ? "fr-CA" : "en-US");
  const subject = french ? `${shop} : votre paiement de ${amount}` : `${shop}: your payment of ${amount}`;
  const text = french
    ? `${shop} : réglez ${amount} en plusieurs versements. Terminez ici :`
    : `${shop}: pay ${amount} over time. Finish your purchase here:`;
  const { phone, email, language } = to;
  if (phone)
    insertMessage(sandbox, order, { channel: "sms", recipient: phone, subject: null, body: text, language });
  if (email)
    insertMessage(sandbox, order, { channel: "email", recipient: email, subject, body: text, language });
}

function insertMessage(
  sandbox: Sandbox,
  order: OrderRow,
  message: Pick<MessageRow, "channel" | "recipient" | "subject" | "body" | "language">,
): void {
  sandbox.db
    .prepare(
      `INSERT INTO messages (order_uuid, channel, recipient, language, subject, body, checkout_url, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      order.uuid,
      message.channel,
      message.recipient,
      message.language,
      message.subject,
      message.body,
      checkoutUrl(sandbox, order.uuid),
      sandbox.now(),
    );
}

/** The newest messages, newest first. */
export function listMessages(sandbox: Sandbox, limit: number): MessageRow[] {
  return sandbox.db
    .prepare<[number], MessageRow>("SELECT * FROM messages ORDER BY id DESC LIMIT ?")
    .all(limit);
}

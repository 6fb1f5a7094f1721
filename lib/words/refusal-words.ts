const actions: Record<string, string> = {
  "sale.see": "seeing a sale",
  "sale.start": "starting a sale",
  "sale.cancel": "cancelling a sale",
  "sale.capture": "a capture",
  "sale.release": "a release",
  "sale.refund": "a refund",
  "sale.decide": "closing what is not confirmed",
  "sale.enter_order": "entering an order of Sezzle's",
  "sale.reauthorize": "having a sale approved again",
  "sale.set_reference": "setting a receipt number",
  "contact.show": "seeing a shopper's contact",
  "register.choose": "choosing a register",
  "people.see": "seeing the people",
  "people.add": "adding somebody",
  "people.rename": "changing a name",
  "people.set_role": "changing a role",
  "people.set_owner": "making an owner",
  "people.reset_password": "resetting a password",
  "people.reset_second_factor": "turning off a second factor",
  "people.set_disabled": "disabling somebody",
  "people.end_sessions": "ending somebody's sessions",
  "stores.see": "seeing the stores",
  "stores.set_capture_policy": "changing a store",
  "operator.see": "seeing how the till gets on",
  "operator.retry": "trying events again",
  "days.see": "seeing the business days",
  "days.close": "closing a business day",
  "stores.change": "changing a store",
  "stores.add": "adding a store",
  "registers.add": "adding a register",
  "registers.change": "changing a register",
  "shoppers.see": "a shopper's contact data",
  "shoppers.look_up": "looking a shopper up",
  "shoppers.erase": "erasing a shopper's contact",
  "account.prove": "changing their own sign-in",
  "account.second_factor": "a second factor",
  "today.see": "seeing the day",
  "disputes.see": "seeing the disputes",
  "payouts.see": "seeing the payouts",
  "payouts.read": "reading the payouts",
  "payouts.resolve": "working a payout through",
  "account.pin": "a PIN for approvals",
  "account.locale": "the language of their screens",
  "refund.approve": "deciding about a refund",
  "refund.approve_by_pin": "approving a refund with the PIN",
  "refund.withdraw": "withdrawing a refund",
};

/** What was asked for when it was refused, as a noun: "a refund". */
export function actionWords(action: string | undefined): string {
  return (action && actions[action]) || "what they asked for";
}

const reasons: Record<string, string> = {
  wrong: "wrong name or password",
  wrong_password: "wrong password",
  wrong_code: "wrong code for the second factor",
  too_many: "after too many wrong ones",
  not_allowed: "their role does not allow it",
  unknown_sale: "not in their stores",
  unknown_person: "not in their stores",
  unknown_register: "not in their stores",
  unknown_store: "no such store",
  someone_else: "the screen showed another person",
  over_refund_limit: "over the limit for a day",
  other_origin: "not from a page of this till",
  unknown_day: "no such day in their stores",
  yourself: "not on themselves",
  unknown_payout: "not in their stores",
  unknown_difference: "not in their stores",
  wrong_pin: "wrong PIN",
  cannot_approve: "no manager of this store, or without a PIN",
};

/** Why the door refused, from the code the history keeps; a code without words is shown as it is. */
export function refusedWhy(code: string | undefined): string | undefined {
  return code && (reasons[code] ?? code);
}

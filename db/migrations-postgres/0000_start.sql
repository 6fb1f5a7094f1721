create table "contacts" (
  "id" text collate "C" not null primary key,
  "phone" text collate "C",
  "email" text collate "C",
  "name" text collate "C",
  "created_at" bigint not null,
  "erased_at" bigint
);

create table "day_closes" (
  "id" text collate "C" not null primary key,
  "store_id" text collate "C" not null,
  "date" text collate "C" not null,
  "from" bigint not null,
  "to" bigint not null,
  "person_id" text collate "C" not null,
  "closed_at" bigint not null,
  "report" text collate "C" not null
);

create table "disputes" (
  "id" text collate "C" not null primary key,
  "order_uuid" text collate "C",
  "sale_id" text collate "C",
  "store_id" text collate "C",
  "reference" text collate "C",
  "type" text collate "C",
  "status" text collate "C",
  "amount_cents" bigint,
  "currency" text collate "C",
  "due_at" bigint,
  "stage" text collate "C" not null,
  "outcome" text collate "C",
  "opened_at" bigint not null,
  "reported_at" bigint not null,
  "closed_at" bigint
);

create table "gateway_health" (
  "id" bigint not null primary key,
  "down_since" bigint,
  "quiet_until" bigint
);

create table "history" (
  "seq" bigint not null primary key,
  "at" bigint not null,
  "kind" text collate "C" not null,
  "store_id" text collate "C",
  "sale_id" text collate "C",
  "order_uuid" text collate "C",
  "operation_id" text collate "C",
  "person_id" text collate "C",
  "about_person_id" text collate "C",
  "register_id" text collate "C",
  "data" text collate "C" not null
);

create table "identity" (
  "id" bigint not null primary key,
  "mode" text collate "C" not null,
  "merchant_uuid" text collate "C",
  "created_at" bigint not null
);

create table "operations" (
  "id" text collate "C" not null primary key,
  "kind" text collate "C" not null,
  "state" text collate "C" not null,
  "sale_id" text collate "C" not null,
  "attempt_id" text collate "C" not null,
  "order_uuid" text collate "C",
  "amount_cents" bigint,
  "currency" text collate "C" not null,
  "input" text collate "C" not null,
  "reason" text collate "C",
  "wish_id" text collate "C" not null constraint "operations_wish_id_unique" unique,
  "seen_version" bigint not null,
  "person_id" text collate "C" not null,
  "register_id" text collate "C",
  "approved_by" text collate "C",
  "prepared_at" bigint not null,
  "first_sent_at" bigint,
  "tries" bigint not null default 0,
  "lease" text collate "C",
  "lease_until" bigint,
  "unconfirmed_at" bigint,
  "next_repeat_at" bigint,
  "ended_at" bigint,
  "settled_by" text collate "C",
  "movement_uuid" text collate "C",
  "problem" text collate "C"
);

create table "movements" (
  "uuid" text collate "C" not null primary key,
  "order_uuid" text collate "C" not null,
  "store_id" text collate "C" not null default '',
  "sale_id" text collate "C" not null default '',
  "kind" text collate "C" not null,
  "amount_cents" bigint not null,
  "operation_id" text collate "C" constraint "movements_operation_id_unique" unique,
  "source" text collate "C",
  "first_seen_at" bigint not null
);

create table "order_asks" (
  "order_uuid" text collate "C" not null primary key,
  "wanted" bigint not null default 0,
  "done" bigint not null default 0,
  "hint" text collate "C" not null,
  "lease" text collate "C",
  "lease_until" bigint,
  "failures" bigint not null default 0,
  "failed_at" bigint,
  "next_ask_at" bigint,
  "watched_until" bigint
);

create table "orders" (
  "uuid" text collate "C" not null primary key,
  "kind" text collate "C" not null,
  "attempt_id" text collate "C",
  "session_uuid" text collate "C",
  "checkout_url" text collate "C",
  "snapshot" text collate "C",
  "asked_at" bigint,
  "confirmed_at" bigint,
  "confirmed_by" text collate "C",
  "created_at" bigint not null
);

create table "payout_differences" (
  "id" text collate "C" not null primary key,
  "payout_uuid" text collate "C",
  "line_id" text collate "C",
  "movement_uuid" text collate "C",
  "sale_id" text collate "C",
  "store_id" text collate "C",
  "order_uuid" text collate "C",
  "kind" text collate "C" not null,
  "about" text collate "C",
  "amount_cents" bigint not null,
  "currency" text collate "C" not null,
  "found_at" bigint not null,
  "resolved_at" bigint,
  "resolved_by" text collate "C",
  "note" text collate "C"
);

create table "payout_lines" (
  "id" text collate "C" not null primary key,
  "payout_uuid" text collate "C" not null,
  "ordinal" bigint not null,
  "type" text collate "C" not null,
  "type_code" text collate "C" not null,
  "order_uuid" text collate "C",
  "reference" text collate "C",
  "sezzle_order_id" text collate "C",
  "event_date" text collate "C",
  "amount_cents" bigint not null,
  "currency" text collate "C" not null,
  "chargeback_code" text collate "C",
  "owner" text collate "C" not null default 'unknown',
  "sale_id" text collate "C",
  "store_id" text collate "C",
  "movement_uuid" text collate "C"
);

create table "payout_reads" (
  "id" bigint not null primary key,
  "lease" text collate "C",
  "lease_until" bigint,
  "next_read_at" bigint not null,
  "read_at" bigint,
  "failures" bigint not null default 0,
  "problem" text collate "C",
  "checked_until" bigint
);

create table "payout_sums" (
  "payout_uuid" text collate "C" not null,
  "owner" text collate "C" not null,
  "store_id" text collate "C" not null,
  "type_code" text collate "C" not null,
  "lines" bigint not null,
  "amount_cents" bigint not null,
  "ours_cents" bigint not null,
  primary key ("payout_uuid", "owner", "store_id", "type_code")
);

create table "payouts" (
  "uuid" text collate "C" not null primary key,
  "payout_currency" text collate "C" not null,
  "settlement_currency" text collate "C",
  "payout_date" text collate "C" not null,
  "net_settlement_cents" bigint not null,
  "final_payout_cents" bigint,
  "forex_fees_cents" bigint,
  "status" text collate "C" not null,
  "seen_at" bigint not null,
  "read_at" bigint,
  "totals" text collate "C",
  "problem" text collate "C"
);

create table "memberships" (
  "person_id" text collate "C" not null,
  "store_id" text collate "C" not null,
  "role" text collate "C" not null,
  primary key ("person_id", "store_id")
);

create table "people" (
  "id" text collate "C" not null primary key,
  "sign_in_name" text collate "C" not null constraint "people_sign_in_name_unique" unique,
  "name" text collate "C" not null,
  "password_hash" text collate "C" not null,
  "password_until" bigint,
  "pin_hash" text collate "C",
  "locale" text collate "C",
  "is_owner" bigint not null default 0,
  "disabled_at" bigint,
  "roles_changed_at" bigint,
  "created_at" bigint not null
);

create table "sessions" (
  "id" text collate "C" not null primary key,
  "person_id" text collate "C" not null,
  "created_at" bigint not null,
  "last_seen_at" bigint not null default 0,
  "expires_at" bigint not null,
  "device" text collate "C" not null default '',
  "browser_id" text collate "C",
  "tablet_id" text collate "C",
  "by_pin" bigint not null default 0,
  "ended_at" bigint,
  "end_reason" text collate "C"
);

create table "refund_requests" (
  "id" text collate "C" not null primary key,
  "store_id" text collate "C" not null,
  "sale_id" text collate "C" not null,
  "person_id" text collate "C" not null,
  "register_id" text collate "C",
  "amount_cents" bigint not null,
  "reason" text collate "C" not null,
  "additional" bigint not null,
  "wish_id" text collate "C" not null constraint "refund_requests_wish_id_unique" unique,
  "created_at" bigint not null,
  "decision" text collate "C",
  "decided_by" text collate "C",
  "decided_at" bigint,
  "operation_id" text collate "C"
);

create table "attempts" (
  "id" text collate "C" not null primary key,
  "sale_id" text collate "C" not null,
  "ordinal" bigint not null,
  "channel" text collate "C" not null,
  "contact_id" text collate "C" not null,
  "reference_id" text collate "C" not null constraint "attempts_reference_id_unique" unique,
  "shopper_token" text collate "C" not null constraint "attempts_shopper_token_unique" unique,
  "checkout_expires_at" bigint not null,
  "renewal_operation_id" text collate "C",
  "created_at" bigint not null
);

create table "sales" (
  "id" text collate "C" not null primary key,
  "store_id" text collate "C" not null,
  "register_id" text collate "C",
  "person_id" text collate "C" not null,
  "number" text collate "C" not null constraint "sales_number_unique" unique,
  "amount_cents" bigint not null,
  "currency" text collate "C" not null,
  "receipt_number" text collate "C",
  "shopper_locale" text collate "C",
  "created_at" bigint not null,
  "current_attempt_id" text collate "C" not null,
  "version" bigint not null default 1,
  "status" text collate "C" not null,
  "status_at" bigint not null,
  "authorized_cents" bigint not null default 0,
  "captured_cents" bigint not null default 0,
  "released_cents" bigint not null default 0,
  "refunded_cents" bigint not null default 0,
  "checkout_expires_at" bigint,
  "authorization_expires_at" bigint
);

create table "contact_words" (
  "word" text collate "C" not null,
  "contact_id" text collate "C" not null,
  primary key ("word", "contact_id")
);

create table "sale_words" (
  "word" text collate "C" not null,
  "sale_id" text collate "C" not null,
  primary key ("word", "sale_id")
);

create table "recovery_codes" (
  "hash" text collate "C" not null primary key,
  "person_id" text collate "C" not null,
  "used_at" bigint
);

create table "second_factors" (
  "person_id" text collate "C" not null primary key,
  "sealed_secret" text collate "C" not null,
  "created_at" bigint not null,
  "confirmed_at" bigint,
  "last_step" bigint not null default 0
);

create table "sign_in_tries" (
  "key" text collate "C" not null primary key,
  "tries" bigint not null,
  "last_at" bigint not null
);

create table "registers" (
  "id" text collate "C" not null primary key,
  "store_id" text collate "C" not null,
  "name" text collate "C" not null,
  "closed_at" bigint
);

create table "stores" (
  "id" text collate "C" not null primary key,
  "code" text collate "C" not null constraint "stores_code_unique" unique,
  "name" text collate "C" not null,
  "country" text collate "C" not null,
  "currency" text collate "C" not null,
  "locale" text collate "C" not null,
  "time_zone" text collate "C" not null,
  "min_cents" bigint not null,
  "max_cents" bigint not null,
  "checkout_ttl_ms" bigint not null,
  "capture_policy" text collate "C" not null default 'at_hand_over',
  "cashier_refund_limit_cents" bigint not null default 0,
  "cut_off_hour" bigint not null default 0,
  "refund_reasons" text collate "C" not null default '["Returned goods","Price adjustment","Mistake"]',
  "contact_retention_days" bigint,
  "created_at" bigint not null
);

create table "pairing_codes" (
  "code_hash" text collate "C" not null primary key,
  "register_id" text collate "C" not null,
  "made_by" text collate "C" not null,
  "expires_at" bigint not null
);

create table "tablets" (
  "id" text collate "C" not null primary key,
  "register_id" text collate "C" not null,
  "token_hash" text collate "C" not null constraint "tablets_token_hash_unique" unique,
  "device" text collate "C" not null,
  "paired_by" text collate "C" not null,
  "paired_at" bigint not null,
  "last_seen_at" bigint not null,
  "unpaired_by" text collate "C",
  "unpaired_at" bigint
);

create table "webhook_events" (
  "id" bigint not null primary key,
  "event_uuid" text collate "C" not null constraint "webhook_events_event_uuid_unique" unique,
  "event" text collate "C" not null,
  "order_uuid" text collate "C",
  "received_at" bigint not null,
  "deliveries" bigint not null default 1,
  "raw" bytea,
  "processed_at" bigint,
  "failures" bigint not null default 0,
  "next_try_at" bigint,
  "problem" text collate "C"
);

create unique index "day_closes_by_store_and_date" on "day_closes" ("store_id", "date");

create unique index "day_closes_by_store_and_end" on "day_closes" ("store_id", "to");

create index "disputes_by_store" on "disputes" ("store_id", "stage", "due_at");

create index "disputes_by_sale" on "disputes" ("sale_id");

create index "disputes_by_order" on "disputes" ("order_uuid");

create index "history_by_sale" on "history" ("sale_id", "seq");

create index "history_by_person" on "history" ("person_id", "seq");

create index "history_about_person" on "history" ("about_person_id", "seq");

create unique index "operations_one_open_a_sale" on "operations" ("sale_id") where kind in ('cancel_checkout', 'capture', 'release', 'refund', 'reauthorize') and state in ('prepared', 'sending', 'unconfirmed');

create unique index "operations_one_opening_an_attempt" on "operations" ("attempt_id") where kind = 'open_checkout';

create index "operations_by_sale" on "operations" ("sale_id", "prepared_at");

create index "operations_by_attempt" on "operations" ("attempt_id");

create index "operations_leased" on "operations" ("lease_until") where state in ('prepared', 'sending');

create index "operations_to_repeat" on "operations" ("next_repeat_at") where next_repeat_at is not null;

create index "operations_refunds_by_person" on "operations" ("person_id", "prepared_at") where kind = 'refund';

create index "movements_by_order" on "movements" ("order_uuid");

create index "movements_by_store_and_time" on "movements" ("store_id", "first_seen_at");

create index "order_asks_by_next" on "order_asks" ("next_ask_at");

create index "orders_by_attempt" on "orders" ("attempt_id");

create index "orders_second" on "orders" ("created_at") where kind = 'second';

create index "payout_differences_by_payout" on "payout_differences" ("payout_uuid");

create index "payout_differences_open" on "payout_differences" ("resolved_at", "found_at");

create index "payout_lines_by_payout" on "payout_lines" ("payout_uuid", "ordinal");

create index "payout_lines_by_order" on "payout_lines" ("order_uuid");

create unique index "payout_lines_by_movement" on "payout_lines" ("movement_uuid");

create index "payout_sums_by_store" on "payout_sums" ("store_id", "payout_uuid");

create index "payouts_by_date" on "payouts" ("payout_date", "uuid");

create index "payouts_to_read" on "payouts" ("read_at", "payout_date");

create index "memberships_by_store" on "memberships" ("store_id");

create index "sessions_by_person" on "sessions" ("person_id");

create index "sessions_by_end" on "sessions" ("ended_at");

create index "sessions_by_tablet" on "sessions" ("tablet_id");

create index "refund_requests_open" on "refund_requests" ("store_id", "created_at") where decision is null;

create index "refund_requests_by_sale" on "refund_requests" ("sale_id");

create unique index "attempts_by_sale" on "attempts" ("sale_id", "ordinal");

create index "attempts_by_contact" on "attempts" ("contact_id");

create index "attempts_further" on "attempts" ("created_at") where ordinal > 1;

create index "sales_by_store_and_time" on "sales" ("store_id", "created_at", "id");

create index "sales_by_status_and_expiry" on "sales" ("status", "checkout_expires_at");

create index "sales_by_store_and_status" on "sales" ("store_id", "status", "created_at", "id");

create index "sales_by_store_and_person" on "sales" ("store_id", "person_id", "status", "created_at", "id");

create index "sales_by_store_and_register" on "sales" ("store_id", "register_id", "status", "created_at", "id");

create index "sales_by_store_and_amount" on "sales" ("store_id", "amount_cents");

create index "contact_words_by_contact" on "contact_words" ("contact_id");

create index "sale_words_by_sale" on "sale_words" ("sale_id");

create index "recovery_codes_by_person" on "recovery_codes" ("person_id");

create index "sign_in_tries_by_time" on "sign_in_tries" ("last_at");

create index "registers_by_store" on "registers" ("store_id");

create index "pairing_codes_by_register" on "pairing_codes" ("register_id");

create index "tablets_by_register" on "tablets" ("register_id");

create index "webhook_events_waiting" on "webhook_events" ("next_try_at") where processed_at is null;

alter table "day_closes" add constraint "day_closes_store_id_stores_id_fk" foreign key ("store_id") references "stores" ("id");

alter table "day_closes" add constraint "day_closes_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "operations" add constraint "operations_sale_id_sales_id_fk" foreign key ("sale_id") references "sales" ("id");

alter table "operations" add constraint "operations_attempt_id_attempts_id_fk" foreign key ("attempt_id") references "attempts" ("id");

alter table "operations" add constraint "operations_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "operations" add constraint "operations_register_id_registers_id_fk" foreign key ("register_id") references "registers" ("id");

alter table "operations" add constraint "operations_approved_by_people_id_fk" foreign key ("approved_by") references "people" ("id");

alter table "movements" add constraint "movements_order_uuid_orders_uuid_fk" foreign key ("order_uuid") references "orders" ("uuid");

alter table "movements" add constraint "movements_operation_id_operations_id_fk" foreign key ("operation_id") references "operations" ("id");

alter table "orders" add constraint "orders_attempt_id_attempts_id_fk" foreign key ("attempt_id") references "attempts" ("id");

alter table "payout_differences" add constraint "payout_differences_payout_uuid_payouts_uuid_fk" foreign key ("payout_uuid") references "payouts" ("uuid");

alter table "payout_differences" add constraint "payout_differences_resolved_by_people_id_fk" foreign key ("resolved_by") references "people" ("id");

alter table "payout_lines" add constraint "payout_lines_payout_uuid_payouts_uuid_fk" foreign key ("payout_uuid") references "payouts" ("uuid");

alter table "payout_sums" add constraint "payout_sums_payout_uuid_payouts_uuid_fk" foreign key ("payout_uuid") references "payouts" ("uuid");

alter table "memberships" add constraint "memberships_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "memberships" add constraint "memberships_store_id_stores_id_fk" foreign key ("store_id") references "stores" ("id");

alter table "sessions" add constraint "sessions_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "refund_requests" add constraint "refund_requests_store_id_stores_id_fk" foreign key ("store_id") references "stores" ("id");

alter table "refund_requests" add constraint "refund_requests_sale_id_sales_id_fk" foreign key ("sale_id") references "sales" ("id");

alter table "refund_requests" add constraint "refund_requests_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "refund_requests" add constraint "refund_requests_register_id_registers_id_fk" foreign key ("register_id") references "registers" ("id");

alter table "refund_requests" add constraint "refund_requests_decided_by_people_id_fk" foreign key ("decided_by") references "people" ("id");

alter table "refund_requests" add constraint "refund_requests_operation_id_operations_id_fk" foreign key ("operation_id") references "operations" ("id");

alter table "attempts" add constraint "attempts_sale_id_sales_id_fk" foreign key ("sale_id") references "sales" ("id");

alter table "attempts" add constraint "attempts_contact_id_contacts_id_fk" foreign key ("contact_id") references "contacts" ("id");

alter table "sales" add constraint "sales_store_id_stores_id_fk" foreign key ("store_id") references "stores" ("id");

alter table "sales" add constraint "sales_register_id_registers_id_fk" foreign key ("register_id") references "registers" ("id");

alter table "sales" add constraint "sales_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "contact_words" add constraint "contact_words_contact_id_contacts_id_fk" foreign key ("contact_id") references "contacts" ("id");

alter table "sale_words" add constraint "sale_words_sale_id_sales_id_fk" foreign key ("sale_id") references "sales" ("id");

alter table "recovery_codes" add constraint "recovery_codes_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "second_factors" add constraint "second_factors_person_id_people_id_fk" foreign key ("person_id") references "people" ("id");

alter table "registers" add constraint "registers_store_id_stores_id_fk" foreign key ("store_id") references "stores" ("id");

alter table "pairing_codes" add constraint "pairing_codes_register_id_registers_id_fk" foreign key ("register_id") references "registers" ("id");

alter table "pairing_codes" add constraint "pairing_codes_made_by_people_id_fk" foreign key ("made_by") references "people" ("id");

alter table "tablets" add constraint "tablets_register_id_registers_id_fk" foreign key ("register_id") references "registers" ("id");

alter table "tablets" add constraint "tablets_paired_by_people_id_fk" foreign key ("paired_by") references "people" ("id");

alter table "tablets" add constraint "tablets_unpaired_by_people_id_fk" foreign key ("unpaired_by") references "people" ("id");

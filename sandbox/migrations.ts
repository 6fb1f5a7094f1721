/** The schema, one step an entry; `user_version` counts the steps done. A released step never changes. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE tokens (hash TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT;

  CREATE TABLE orders (
    uuid TEXT PRIMARY KEY,
    session_uuid TEXT UNIQUE,
    channel TEXT NOT NULL,
    intent TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    description TEXT NOT NULL,
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    currency TEXT NOT NULL,
    metadata TEXT NOT NULL,
    customer TEXT,
    phone TEXT,
    complete_url TEXT,
    cancel_url TEXT,
    checkout_expires_at INTEGER NOT NULL,
    checkout_status TEXT NOT NULL CHECK (checkout_status IN ('active', 'complete', 'denied', 'deleted')),
    closed_because TEXT,
    gave_up_at INTEGER,
    authorization_uuid TEXT,
    authorized_cents INTEGER NOT NULL DEFAULT 0,
    authorized_at INTEGER,
    authorization_expires_at INTEGER,
    authorization_lapsed_at INTEGER,
    financing_option TEXT,
    reauthorized_from TEXT REFERENCES orders (uuid),
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX orders_by_time ON orders (created_at);
  CREATE INDEX orders_open_checkouts ON orders (checkout_expires_at) WHERE checkout_status = 'active';
  CREATE INDEX orders_open_authorizations ON orders (authorization_expires_at)
    WHERE authorized_at IS NOT NULL AND authorization_lapsed_at IS NULL;

  CREATE TABLE movements (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    order_uuid TEXT NOT NULL REFERENCES orders (uuid),
    kind TEXT NOT NULL CHECK (kind IN ('capture', 'refund', 'release')),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    source TEXT NOT NULL CHECK (source IN ('gateway', 'dashboard', 'checkout', 'expiry')),
    request_id TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX movements_by_order ON movements (order_uuid);

  CREATE TABLE idempotency_keys (
    request_id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_uuid TEXT NOT NULL REFERENCES orders (uuid),
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT,
    body TEXT NOT NULL,
    checkout_url TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE checkout_visits (
    id TEXT PRIMARY KEY,
    order_uuid TEXT NOT NULL REFERENCES orders (uuid),
    phone TEXT NOT NULL,
    verified INTEGER NOT NULL DEFAULT 0,
    card_last_four TEXT,
    financing_option TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_uuid TEXT NOT NULL,
    event TEXT NOT NULL,
    order_uuid TEXT NOT NULL,
    subscription_uuid TEXT,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'held', 'delivered', 'dropped', 'failed', 'cancelled')),
    released INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER NOT NULL,
    last_status INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER
  ) STRICT;
  CREATE INDEX deliveries_open ON deliveries (next_try_at) WHERE state = 'pending';
  CREATE INDEX deliveries_by_order ON deliveries (order_uuid);

  CREATE TABLE faults (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call TEXT NOT NULL,
    kind TEXT NOT NULL,
    status INTEGER,
    code TEXT,
    message TEXT,
    retry_after_seconds INTEGER,
    delay_ms INTEGER,
    times_left INTEGER,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    call TEXT NOT NULL,
    order_uuid TEXT,
    request_id TEXT,
    fault TEXT,
    status INTEGER,
    acted INTEGER NOT NULL DEFAULT 0,
    replayed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX requests_by_order ON requests (order_uuid);
  `,
  `
  CREATE TABLE disputes (
    id INTEGER PRIMARY KEY,
    order_uuid TEXT NOT NULL REFERENCES orders (uuid),
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    due_at INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('customer_win', 'merchant_win', 'neutral')),
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX disputes_by_order ON disputes (order_uuid);
  `,
  `
  CREATE TABLE payouts (
    uuid TEXT PRIMARY KEY,
    currency TEXT NOT NULL,
    payout_date TEXT NOT NULL,
    status TEXT NOT NULL,
    net_off_cents INTEGER NOT NULL DEFAULT 0,
    total_off_cents INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX payouts_by_date ON payouts (payout_date);

  CREATE TABLE settlement_lines (
    payout_uuid TEXT NOT NULL REFERENCES payouts (uuid),
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    order_uuid TEXT,
    movement_uuid TEXT,
    amount_cents INTEGER NOT NULL,
    chargeback_code TEXT,
    event_date TEXT NOT NULL,
    PRIMARY KEY (payout_uuid, ordinal)
  ) STRICT;
  CREATE INDEX settlement_lines_by_movement ON settlement_lines (movement_uuid);
  `,
];

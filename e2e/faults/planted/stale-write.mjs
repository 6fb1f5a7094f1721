// @ts-check
import Database from "better-sqlite3";

// A bug for the driver to find: now and then an older answer about an order is written over a newer one.

/** What was written of each order, oldest first. @type {Map<unknown, unknown[][]>} */
const writes = new Map();
/** @type {any} */
const connections = Database.prototype;
const honest = connections.prepare;

connections.prepare = function prepare(/** @type {string} */ source) {
  const statement = honest.call(this, source);
  if (!/^update "orders" set "snapshot"/i.test(source)) return statement;
  const run = statement.run.bind(statement);
  statement.run = (/** @type {unknown[]} */ ...values) => {
    const done = run(...values);
    const before = writes.get(values.at(-1)) ?? [];
    writes.set(values.at(-1), [...before, values]);
    const older = before.at(-2);
    if (older && before.length % 2 === 0) run(...older);
    return done;
  };
  return statement;
};

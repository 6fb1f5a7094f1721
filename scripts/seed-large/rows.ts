import type Database from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { NewHistoryLine } from "#db/queries/history.ts";
import type { Operation } from "#db/queries/operations.ts";
import type { Movement, Order } from "#db/queries/orders.ts";
import type { Attempt, Contact, Sale } from "#db/queries/sales.ts";
import { contacts } from "#db/schema/contacts.ts";
import { history } from "#db/schema/history.ts";
import { operations } from "#db/schema/operations.ts";
import { movements, orders } from "#db/schema/orders.ts";
import { attempts, sales } from "#db/schema/sales.ts";
import { contactWords, saleWords } from "#db/schema/search.ts";
import { wordsOfContact, wordsOfSale } from "#lib/search-words.ts";

/** Everything that is written down of one sale, but for its lines of history. */
export type SaleRows = {
  sale: Sale;
  attempts: Attempt[];
  contacts: Contact[];
  orders: Order[];
  operations: Operation[];
  movements: Movement[];
};

/** Writes rows of the schema's tables with statements that are prepared once. */
export function rowWriter(connection: Database.Database): {
  writeSale: (rows: SaleRows) => void;
  writeLine: (line: NewHistoryLine) => void;
} {
  const into = {
    sale: inserter<Sale>(connection, sales),
    attempt: inserter<Attempt>(connection, attempts),
    contact: inserter<Contact>(connection, contacts),
    contactWord: inserter<typeof contactWords.$inferInsert>(connection, contactWords),
    saleWord: inserter<typeof saleWords.$inferInsert>(connection, saleWords),
    order: inserter<Order>(connection, orders),
    operation: inserter<Operation>(connection, operations),
    movement: inserter<Movement>(connection, movements),
    line: inserter<NewHistoryLine>(connection, history),
  };
  return {
    writeSale(rows) {
      for (const contact of rows.contacts) {
        into.contact(contact);
        for (const word of wordsOfContact(contact)) into.contactWord({ word, contactId: contact.id });
      }
      into.sale(rows.sale);
      for (const word of wordsOfSale(rows.sale)) into.saleWord({ word, saleId: rows.sale.id });
      rows.attempts.forEach(into.attempt);
      rows.orders.forEach(into.order);
      rows.operations.forEach(into.operation);
      rows.movements.forEach(into.movement);
    },
    writeLine: (line) => into.line({ ...line, data: line.data ?? {} }),
  };
}

function inserter<Row extends object>(connection: Database.Database, table: SQLiteTable): (row: Row) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const places = columns.map(() => "?").join(", ");
  const statement = connection.prepare(`insert into "${getTableName(table)}" (${names}) values (${places})`);
  return (row) => {
    const values = row as Record<string, unknown>;
    statement.run(
      columns.map(([key, column]) => {
        const value = values[key];
        return value === null || value === undefined ? null : column.mapToDriverValue(value);
      }),
    );
  };
}

import { randomUUID } from "node:crypto";
import { Client, type DatabaseError } from "pg";
import { migrate } from "./migrate.ts";
import { writeLock } from "./write-connection.ts";

/** A database with the schema in place, of which others are copies. */
const templateName = "migrated";

async function atServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the database that those with a schema are copies of. */
export async function makeTemplate(server: string): Promise<void> {
  await atServer(server, `create database ${templateName}`);
  await migrate(`${server}/${templateName}`);
}

/** Makes a database on a server: an empty one, or one with the schema in place. Returns its address. */
export async function makeDatabase(server: string, { isEmpty }: { isEmpty: boolean }): Promise<string> {
  const name = `till_${randomUUID().replaceAll("-", "")}`;
  await atServer(
    server,
    `create database ${name} template ${isEmpty ? "template0" : templateName} strategy file_copy`,
  );
  return `${server}/${name}`;
}

/** Drops a database, also while somebody is connected to it. */
export async function dropDatabase(address: string): Promise<void> {
  const at = address.lastIndexOf("/");
  await atServer(address.slice(0, at), `drop database ${address.slice(at + 1)} with (force)`);
}

/** Holds the lock of all who write. Returns what lets go of it. */
export async function holdWrites(address: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(`select pg_advisory_lock(${writeLock})`);
  return () => client.end();
}

/** What PostgreSQL refused, in words that SQLite uses, too. */
export function refusalText({ code, message, detail }: DatabaseError): string {
  if (code === "23505") return `UNIQUE ${detail}`;
  if (code === "23503") return `FOREIGN KEY ${message}`;
  if (code === "25006") return `readonly: ${message}`;
  if (code === "55P03") return `locked: ${message}`;
  return message;
}

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ChangeReader } from "./change-reader.ts";

const frame = (event: string, saleId: string) =>
  `id: 7\nevent: ${event}\ndata: {"line":{"seq":7,"data":{}},"sale":{"saleId":"${saleId}","number":"S001"}}\n\n`;
const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
const stream = `${frame("hello", third)}${frame("change", first)}${frame("fresh", third)}1f\r\n${frame("change", second)}`;

test("of all events only changes count, each with its sale", () => {
  expect(new ChangeReader().read(stream)).toEqual([first, second]);
});

test("wherever the packets end, each change is found once", () => {
  for (let at = 0; at <= stream.length; at += 1) {
    const reader = new ChangeReader();
    expect([...reader.read(stream.slice(0, at)), ...reader.read(stream.slice(at))]).toEqual([first, second]);
  }
  const reader = new ChangeReader();
  expect([...stream].flatMap((byte) => reader.read(byte))).toEqual([first, second]);
});

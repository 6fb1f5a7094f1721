import { expect, test } from "vitest";
import { webhookUrl } from "./webhook-url.ts";

const sezzle = "https://gateway.sezzle.com";

test.each([
  "https://till.example.com",
  "https://example.com/till",
  "http://203.0.113.7:3000",
  "https://172.32.0.1",
])("Sezzle delivers to the public address %s", (appUrl) => {
  expect(webhookUrl(appUrl, sezzle)).toBe(`${appUrl}/api/webhooks/sezzle`);
});

test.each([
  "http://localhost:3000",
  "http://127.0.0.1:3000",
  "http://127.1.2.3",
  "http://[::1]:3000",
  "http://10.0.0.5",
  "http://192.168.1.20:3000",
  "http://172.16.0.1",
  "http://172.31.255.1",
  "http://169.254.10.1",
  "http://[fd12:3456::1]",
  "http://till.local",
  "http://till.localhost:3000",
  "http://till.internal",
  "http://till.lan",
])("Sezzle cannot reach %s", (appUrl) => {
  expect(webhookUrl(appUrl, sezzle)).toBeNull();
  expect(webhookUrl(appUrl, "https://sandbox.gateway.sezzle.com")).toBeNull();
});

test.each(["http://localhost:4010", "http://127.0.0.1:4010", "http://[::1]:4010", "http://192.168.1.4:4010"])(
  "the gateway %s on this machine or network reaches localhost and every other address",
  (gatewayUrl) => {
    for (const appUrl of ["http://localhost:3000", "http://192.168.1.20:3000", "https://till.example.com"])
      expect(webhookUrl(appUrl, gatewayUrl)).toBe(`${appUrl}/api/webhooks/sezzle`);
  },
);

/** Where Sezzle is to deliver; null when the gateway cannot reach this app's address. */
export function webhookUrl(appUrl: string, gatewayUrl: string): string | null {
  const url = `${appUrl}/api/webhooks/sezzle`;
  // A gateway on this machine reaches this machine; Sezzle's own reaches public addresses alone.
  return isLocal(new URL(gatewayUrl).hostname) || !isLocal(new URL(appUrl).hostname) ? url : null;
}

/** Whether a host is this machine or of its own network, as far as its name or address tells. */
function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (host.includes(":")) return isLocalIpv6(host);
  const numbers = host.split(".").map(Number);
  if (numbers.length === 4 && numbers.every((it) => it >= 0 && it <= 255)) return isLocalIpv4(numbers);
  // A name without a dot, or under a name that is reserved for private use. (RFC 6761, RFC 8375.)
  return !host.includes(".") || /\.(local|localhost|internal|lan|home|test|home\.arpa)$/.test(host);
}

// Addresses that are not routed on the internet. (RFC 6890.)
function isLocalIpv4([first = 0, second = 0]: number[]): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second <= 127) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168)
  );
}

function isLocalIpv6(host: string): boolean {
  return (
    host === "::" ||
    host === "::1" ||
    /^f[cd]/.test(host) ||
    /^fe[89ab]/.test(host) ||
    host.startsWith("::ffff:")
  );
}

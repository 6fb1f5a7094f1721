import { hash, verify } from "@node-rs/argon2";

// argon2id with the parameters OWASP's password storage cheat sheet recommends as its first choice: 19 MiB, 2 passes, 1 lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many are hashed at once: a flood of sign-ins leaves the other threads to the rest of the app. */
const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** How many passwords wait to be hashed or looked at. */
export function passwordsWaiting(): number {
  return waiting.length;
}

/** Hashes a password for keeping, as argon2id in PHC format. Takes some 30 ms, off the main thread. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, parameters));
}

/** Tells whether the password is the one behind the hash. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password));
}

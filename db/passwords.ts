import { hash, verify } from "@node-rs/argon2";

// argon2id with the parameters OWASP's password storage cheat sheet recommends as its first choice: 19 MiB, 2 passes, 1 lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password for keeping, as argon2id in PHC format. Takes some 30 ms, off the main thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Tells whether the password is the one behind the hash. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

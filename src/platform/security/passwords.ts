import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified against when there is no account, so that the answer takes as long as for a wrong password. */
let nobody: Promise<string> | undefined;

export function hashSecret(secret: string): Promise<string> {
  return hash(secret.normalize('NFKC'), PARAMETERS);
}

/** False for a wrong secret, and always for `null`, in the same time. */
export async function verifySecret(hashed: string | null, secret: string): Promise<boolean> {
  nobody ??= hashSecret(newSecret());
  const matches = await verify(hashed ?? (await nobody), secret.normalize('NFKC'));
  return matches && hashed !== null;
}

/** 256 random bits, safe in URLs and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

import { describe, expect, it } from '@jest/globals';
import { hashSecret, newSecret, verifySecret } from './passwords.js';

describe('secrets', () => {
  it('are hashed with argon2id, 19 MiB, two passes, one lane', async () => {
    expect(await hashSecret('a-long-password')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('fit themselves only', async () => {
    const hashed = await hashSecret('正确的密码短语');
    expect(await verifySecret(hashed, '正确的密码短语')).toBe(true);
    expect(await verifySecret(hashed, '错误的密码短语')).toBe(false);
    expect(await verifySecret(hashed, '')).toBe(false);
  });

  it('fit however the keyboard composes them', async () => {
    expect(await verifySecret(await hashSecret('caf\u00e9-Ａ１'), 'cafe\u0301-A1')).toBe(true);
  });

  it('never fit where there is no account', async () => {
    expect(await verifySecret(null, 'anything')).toBe(false);
  });

  it('are made of 256 random bits', () => {
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
    expect(newSecret()).not.toBe(newSecret());
  });
});

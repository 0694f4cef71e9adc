import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

type Pair = { privateKey: CryptoKey; publicKey: CryptoKey };

export interface Issuer {
  readonly url: string;
  /** Requests so far, by path. */
  readonly asked: Record<string, number>;
  /** Public key of the RS256 pair as PEM, for the attack that signs with it. */
  readonly publicPem: string;
  token(claims: Record<string, unknown>, more?: { alg?: string; kid?: string; key?: CryptoKey }): Promise<string>;
  rotate(): Promise<void>;
  answering(yes: boolean): void;
  close(): Promise<void>;
}

/** A real identity provider over HTTP: discovery, keys, and tokens made with them. */
export async function startIssuer(): Promise<Issuer> {
  const pairs: Record<string, Pair> = {};
  const published: JWK[] = [];
  const add = async (alg: string, kid: string): Promise<void> => {
    const pair = await generateKeyPair(alg, { extractable: true });
    pairs[kid] = pair;
    published.push({ ...(await exportJWK(pair.publicKey)), kid, use: 'sig' });
  };
  for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS512']) await add(alg, alg);
  const asked: Record<string, number> = {};
  let up = true;
  let rotated = 0;
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked[path] = (asked[path] ?? 0) + 1;
    const body = path === '/city/.well-known/openid-configuration' ? { issuer: url, jwks_uri: `${url}/keys` } : path === '/city/keys' ? { keys: published } : null;
    response.writeHead(!up ? 503 : body === null ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/city`;
  const keyOf = (kid: string): CryptoKey => {
    const pair = pairs[kid];
    if (pair === undefined) throw new Error(`No key ${kid}`);
    return pair.privateKey;
  };
  return {
    url,
    asked,
    publicPem: await exportSPKI((pairs['RS256'] as Pair).publicKey),
    token: (claims, { alg = 'RS256', kid = alg, key = keyOf(kid) } = {}) => {
      const base = { iss: url, aud: 'zhiheng', sub: 'u-1', exp: Math.floor(Date.now() / 1000) + 300, ...claims };
      return new SignJWT(Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined))).setProtectedHeader({ alg, kid }).sign(key);
    },
    rotate: async () => {
      rotated += 1;
      await add('RS256', `rotated-${rotated}`);
    },
    answering: (yes) => {
      up = yes;
    },
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}

import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../platform/http/problem.js';
import { clientCredentials } from './client-credentials.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const grant = { grant_type: 'client_credentials' };
const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof Problem ? [error.code, error.extras.members?.['error']] : error;
  }
};

describe('client credentials', () => {
  it('come from the body', () => {
    expect(clientCredentials({ ...grant, client_id: 'hotline', client_secret: 's' }, undefined)).toEqual({ id: 'hotline', secret: 's' });
  });

  it('come from HTTP Basic, form-encoded', () => {
    expect(clientCredentials(grant, basic('hot%3Aline:a%2Bb+c:d'))).toEqual({ id: 'hot:line', secret: 'a+b c:d' });
  });

  it('from HTTP Basic win', () => {
    expect(clientCredentials({ ...grant, client_id: 'body', client_secret: 'body' }, basic('head:head'))).toEqual({ id: 'head', secret: 'head' });
  });

  it.each([[grant, undefined], [{ ...grant, client_id: 'x' }, undefined], [grant, basic('no-colon')], [grant, basic('bad:%zz')], [grant, basic(':secret')], [grant, 'Bearer abc']])('are refused when they are not whole: %p %p', (body, header) => {
    expect(refusal(() => clientCredentials(body, header))).toEqual(['auth.client-refused', 'invalid_client']);
  });

  it('are for one grant only', () => {
    expect(refusal(() => clientCredentials({ grant_type: 'password', client_id: 'x', client_secret: 'y' }, undefined))).toEqual(['auth.grant-unsupported', 'unsupported_grant_type']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ADJUDICATION_LIFECYCLE } from '../../adjudications/domain/adjudication.lifecycle.js';
import { DOCUMENT_KINDS } from '../../documents/index.js';
import { PENALTY_LIFECYCLE } from '../../penalties/domain/penalty.lifecycle.js';
import { BASE_DOCUMENTS, CONSENT, consentRequired, FALLEN, groundOn, GROUNDS } from './grounds.data.js';

describe('grounds, typed from the text of order 44', () => {
  it('name article, the decision that they rest on, and whether they are decided with it', () => {
    expect(GROUNDS.filter(({ basis }) => basis.status === 'verified').map(({ code, rests, decided, basis }) => `${code} | ${rests.join(' ')} | ${decided} | ${basis.article}`)).toEqual([
      'grave-unfair-competition | penalty | together | 第九条第一项、第二条', 'wilful-ip-infringement | penalty | together | 第九条第二项、第二条', 'abnormal-filing | penalty | together | 第九条第二项、第二条',
      'unlawful-agency | penalty | together | 第九条第二项、第二条', 'refusal-to-perform | penalty adjudication | alone | 第十一条第一款',
    ]);
  });

  it('found nothing before their first day, nor where their text was not read', () => {
    expect([groundOn('wilful-ip-infringement', '2021-08-31'), groundOn('cnipa-dishonest-subject', '2026-01-01'), groundOn('court-list', '2026-01-01'), groundOn('anything', '2026-01-01')]).toEqual([undefined, undefined, undefined, undefined]);
    expect(groundOn('wilful-ip-infringement', '2021-09-01')?.code).toBe('wilful-ip-infringement');
    expect(GROUNDS.filter(({ basis }) => basis.status === 'unverified').every(({ basis, rests }) => basis.note?.includes('未') === true && rests.length === 0)).toBe(true);
  });

  it('ask for the consent of the superior since the first day of the order', () => {
    expect([consentRequired('2021-08-31'), consentRequired('2021-09-01'), consentRequired('2026-11-23')]).toEqual([false, true, true]);
    expect(CONSENT.map(({ basis }) => basis.article)).toEqual(['第二十二条']);
  });

  it('rest on documents and states that there are', () => {
    const kinds = new Set(DOCUMENT_KINDS.map(({ kind }) => kind));
    expect(GROUNDS.flatMap(({ rests }) => rests).filter((kind) => !kinds.has(BASE_DOCUMENTS[kind] ?? ''))).toEqual([]);
    expect(FALLEN.filter((state) => !(state in PENALTY_LIFECYCLE.states) && !(state in ADJUDICATION_LIFECYCLE.states))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { idOf, keyOf, listOf, positionOf, stands, type Place, type Worklist } from './list.rules.js';

const LISTS: readonly (readonly [key: string, list: Worklist])[] = [
  ['me', { kind: 'me' }], ['agency:cz-market-regulation', { kind: 'agency', agency: 'cz-market-regulation' }], ['head:cz-market-regulation', { kind: 'head', agency: 'cz-market-regulation' }], ['team:019aa1b2-0000-7000-8000-000000000020', { kind: 'team', team: '019aa1b2-0000-7000-8000-000000000020' }],
  ['lane:cz-market-regulation:rapid-centre', { kind: 'lane', agency: 'cz-market-regulation', lane: 'rapid-centre' }],
];

describe('the key of a list', () => {
  it.each(LISTS)('%s', (key, list) => {
    expect([listOf(key), keyOf(list)]).toEqual([list, key]);
  });

  it.each(['team:', 'team:x', 'team:019AA1B2-0000-7000-8000-000000000020', 'head:', 'head:a:b', '', 'you', 'Me', 'agency:', 'agency:A', 'agency:a:b', 'lane:a', 'lane:a:', 'lane::b', 'lane:a:b:c', "agency:a' OR true", `agency:${'a'.repeat(61)}`])('%p is none', (key) => {
    expect(listOf(key)).toBeNull();
  });
});

describe('a case stands', () => {
  const place: Place = { listed: true, agency: 'a', lane: 'expedited', assignee: 'officer', team: 't', escalated: true };

  it.each<[Worklist, Partial<Place>, boolean]>([
    [{ kind: 'me' }, {}, true], [{ kind: 'me' }, { assignee: 'another' }, false], [{ kind: 'me' }, { assignee: null }, false], [{ kind: 'me' }, { listed: false }, false],
    [{ kind: 'agency', agency: 'a' }, {}, true], [{ kind: 'agency', agency: 'b' }, {}, false], [{ kind: 'agency', agency: 'a' }, { agency: null }, false], [{ kind: 'agency', agency: 'a' }, { listed: false }, false],
    [{ kind: 'lane', agency: 'a', lane: 'expedited' }, {}, true], [{ kind: 'lane', agency: 'a', lane: 'ordinary' }, {}, false], [{ kind: 'lane', agency: 'b', lane: 'expedited' }, {}, false],
    [{ kind: 'team', team: 't' }, {}, true], [{ kind: 'team', team: 'u' }, {}, false], [{ kind: 'team', team: 't' }, { team: null }, false], [{ kind: 'team', team: 't' }, { listed: false }, false],
    [{ kind: 'head', agency: 'a' }, {}, true], [{ kind: 'head', agency: 'a' }, { escalated: false }, false], [{ kind: 'head', agency: 'b' }, {}, false], [{ kind: 'head', agency: 'a' }, { listed: false }, false],
  ])('%j, %j: %p', (list, more, expected) => {
    expect(stands({ ...place, ...more }, list, 'officer')).toBe(expected);
  });
});

describe('a position', () => {
  it('goes into the id of an event and comes back', () => {
    const position = { xid: '74211', seq: '17', at: '1795334400' };
    expect([idOf(position), positionOf('74211-17-1795334400')]).toEqual(['74211-17-1795334400', position]);
  });

  it.each(['', '1', '1-2', '1-2-3-4', '-1-2-3', 'a-2-3', ' 1-2-3', '1-2-3;', '9999999999999999999-0-1'])('%p is none', (id) => {
    expect(positionOf(id)).toBeNull();
  });
});

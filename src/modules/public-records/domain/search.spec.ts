import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matches } from '../../../platform/http/cacheable.js';
import { searched } from './search.rules.js';

describe('what is looked for', () => {
  it.each([['某不锈钢制品厂', '%某不锈钢制品厂%'], [' ９１４４５１０３ma00TQT27J ', '%91445103ma00tqt27j%'], ['100%_\\', '%100\\%\\_\\\\%']])('%s becomes %s', (words, pattern) => {
    expect(searched(words)).toBe(pattern);
  });

  it('never has a wildcard of the asker', () => {
    fc.assert(fc.property(fc.string(), (words) => {
      expect(searched(words).slice(1, -1).replace(/\\[\\%_]/g, '')).not.toMatch(/[\\%_]/);
    }));
  });
});

describe('If-None-Match', () => {
  it.each<[string | undefined, boolean]>([[undefined, false], ['"a"', true], ['"b"', false], ['W/"a"', true], ['"b", "a"', true], ['*', true], ['a', false]])('%s', (header, same) => {
    expect(matches(header, '"a"')).toBe(same);
  });
});

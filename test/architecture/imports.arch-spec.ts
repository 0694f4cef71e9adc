import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: ICruiseOptions;
}

const FIXTURES = 'test/architecture/fixtures';
const { default: rules } = (await import(pathToFileURL(join(process.cwd(), '.dependency-cruiser.mjs')).href)) as { default: Rules };

async function violations(folder: string): Promise<string[]> {
  const { output } = await cruise([folder], { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden } } as ICruiseOptions, undefined, { tsConfig: extractTSConfig('tsconfig.json') });
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))];
}

describe('who may know whom', () => {
  it('has a violating fixture for every rule', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });

  it.each(rules.forbidden.map(({ name }) => name))('%s goes red on its fixture', async (name) => {
    expect(await violations(join(FIXTURES, name))).toContain(name);
  });

  it('holds in the source', async () => {
    expect(await violations('src')).toEqual([]);
  });
});

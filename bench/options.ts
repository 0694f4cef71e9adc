import { parseArgs } from 'node:util';
import { SCENARIOS, type ScenarioName } from './scenarios.js';

export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly pool: number;
  readonly cases: number;
  readonly scenarios: readonly ScenarioName[];
  readonly soak: number;
  readonly growth: boolean;
  readonly profile: boolean;
}

/** The command line. A name that does not exist is an error that lists those that do. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' }, connections: { type: 'string', default: '32' }, pool: { type: 'string', default: '12' },
      cases: { type: 'string', default: '50000' }, only: { type: 'string', default: SCENARIOS.join(',') },
      soak: { type: 'boolean', default: false }, requests: { type: 'string', default: '100000' }, growth: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false },
    },
  });
  return {
    rounds: count('rounds', values.rounds), seconds: count('seconds', values.seconds), connections: count('connections', values.connections), pool: count('pool', values.pool), cases: count('cases', values.cases),
    scenarios: values.only.split(',').filter((name) => name !== 'none').map(scenario), soak: values.soak ? count('requests', values.requests) : 0, growth: values.growth, profile: values.profile,
  };
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name}=${text}: allowed is a number above 0`);
  return number;
}

function scenario(name: string): ScenarioName {
  const found = SCENARIOS.find((known) => known === name);
  if (found === undefined) throw new Error(`--only=${name}: allowed are ${SCENARIOS.join(', ')}, separated by commas, or none`);
  return found;
}

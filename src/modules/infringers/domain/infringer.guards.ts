import type { GuardSet } from '../../../kernel/lifecycle/index.js';

/** `standing`: the link is there for who asks, and not removed. */
export interface SeparationFacts {
  readonly input: Readonly<Record<string, unknown>>;
}

export const SEPARATION_GUARDS: GuardSet<SeparationFacts> = {
  'link-is-there': {
    code: 'infringer.link-unknown', onInput: true, text: { zh: '没有这一关联，或者已经解除', en: 'There is no such link, or it was removed already' },
    holds: ({ input }) => input['standing'] === true,
  },
};

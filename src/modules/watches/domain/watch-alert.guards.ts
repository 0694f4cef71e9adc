import type { GuardSet } from '../../../kernel/lifecycle/index.js';

export interface AlertFacts {
  readonly row: { readonly agency: string };
  readonly actor: { readonly agency: string };
}

export const WATCH_ALERT_GUARDS: GuardSet<AlertFacts> = {
  'in-own-agency': {
    code: 'watch-alert.foreign-agency', text: { zh: '由白名单的受理单位办理', en: 'The agency that keeps the entry does this' }, holds: ({ row, actor }) => row.agency === actor.agency,
  },
};

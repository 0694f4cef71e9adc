import { checkIdentifier } from '../../../kernel/identifiers/index.js';
import type { Basis } from '../../../kernel/text.js';

/** What guards look at. `target` is the entry that another is merged into, as it stands under the lock. */
export interface OrganisationFacts {
  readonly row: { readonly id: string; readonly uscc: string | null };
  readonly input: Readonly<Record<string, unknown>>;
}

const ONE_CODE: Basis = { source: '组织机构统一社会信用代码管理办法（总局令第112号）', article: '第九条', status: 'verified' };

export const ORGANISATION_GUARDS = {
  // A slip in writing is another matter: it shows in the check digit, and the entry says so.
  'code-stays': {
    code: 'organisation.code-stays', onInput: true, basis: ONE_CODE,
    text: { zh: '代码终身不变：校验位正确的代码不得改为另一代码，请另行登记', en: 'A code lasts for life: one whose check digit is right is not changed into another; register the other organisation' },
    holds: ({ row, input }: OrganisationFacts) => row.uscc === null || !Object.hasOwn(input, 'uscc') || input['uscc'] === row.uscc || checkIdentifier('uscc', row.uscc).warnings.length > 0,
  },
  'without-code': {
    code: 'organisation.has-code', basis: ONE_CODE,
    text: { zh: '有统一社会信用代码的机构不得并入另一机构', en: 'An organisation with a code of its own is not merged into another' },
    holds: ({ row }: OrganisationFacts) => row.uscc === null,
  },
  'into-a-code': {
    code: 'organisation.target-unfit', onInput: true, basis: ONE_CODE,
    text: { zh: '只能并入在册且有统一社会信用代码的另一机构', en: 'Only another organisation on the register, with a code, takes a merger' },
    holds: ({ row, input }: OrganisationFacts) => {
      const target = input['target'] as { id: string; state: string; uscc: string | null } | undefined;
      return target !== undefined && target.id !== row.id && target.state === 'registered' && target.uscc !== null;
    },
  },
} as const;

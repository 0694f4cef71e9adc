import type { Clocks } from '../../platform/clocks/clocks.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { centsOf, moneyText } from '../../kernel/money/index.js';
import type { OpeningOrder } from '../proceedings/index.js';
import type { Fine } from './fine.entity.js';
import { FINE } from './fine.subject.js';

/** Money that a served decision asks for. Sums in CNY, decimal text. */
export interface MoneyDue {
  readonly agency: string;
  readonly region: string;
  /** Proceeding that decided. */
  readonly decidedBy: string;
  readonly kind: 'ordinary' | 'simplified';
  readonly party: string;
  /** A natural person. */
  readonly person: boolean;
  readonly fine: string;
  readonly confiscation: string;
  readonly servedAt: Date;
}

/** A fine about to be opened: by the decision that was served, in the same transaction, or by hand. */
export function fineOrder(clocks: Clocks, { agency, region, decidedBy, kind, party, person, fine, confiscation, servedAt }: MoneyDue, command: 'open' | 'take-up' = 'open'): OpeningOrder<Fine> {
  const lastDay = (code: string): Date => clocks.start(code, servedAt, { subjectType: 'fine', subjectId: decidedBy, agency, intakeAgency: agency, region }).legalDue ?? servedAt;
  const remediesEnd = lastDay('suit.direct');
  return {
    subject: FINE, prefix: 'FK', command, kind, agency, source: 'decision', parentId: decidedBy, triggers: { 'fine.payment': servedAt, 'enforcement.application': remediesEnd }, data: { fine, confiscation },
    own: {
      party, person, fine: moneyText(centsOf(fine)), confiscation: moneyText(centsOf(confiscation)), servedAt, payBy: legalDay(lastDay('fine.payment')), remediesEnd, request: null, surcharge: null, accrued: '0.00', uncounted: [], plan: 0,
      demandServedAt: null, court: null, fileNumber: null,
    },
  };
}

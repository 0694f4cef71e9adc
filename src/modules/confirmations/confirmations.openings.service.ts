import { Injectable } from '@nestjs/common';
import type { Acting } from '../../platform/http/acting.js';
import type { Opening } from '../../platform/workflow/workflow.js';
import { Proceedings, type CaseOfProceeding } from '../proceedings/index.js';
import { CONFIRMATION } from './confirmation.subject.js';

/** What an agreement in force gives to its confirmation. */
export interface ConfirmationOrder {
  readonly kind: string;
  readonly agency: string;
  readonly mediation: string;
  readonly matters: readonly string[];
  readonly parties: readonly string[];
  readonly invitedBy: string | null;
  /** Last day of performance, YYYY-MM-DD. */
  readonly lastDueOn: string;
  readonly effectiveAt: Date;
}

/** The thirty days to apply together, about to begin with an agreement. */
@Injectable()
export class ConfirmationOpenings {
  constructor(private readonly proceedings: Proceedings) {}

  opening(acting: Acting, { kind, agency, mediation, matters, parties, invitedBy, lastDueOn, effectiveAt }: ConfirmationOrder): Promise<(file: CaseOfProceeding) => Opening> {
    return this.proceedings.opening(acting, {
      subject: CONFIRMATION, prefix: 'QR', kind, source: 'agreement', agency, parentId: mediation, triggers: { 'confirmation.application': effectiveAt },
      own: { matters: [...matters], parties: [...parties], invitedBy, lastDueOn, court: null, courtReason: null, courtAgency: null, courtNumber: null, appliedAt: null, ruledAt: null, ground: null },
    });
  }
}

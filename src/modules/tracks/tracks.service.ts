import { Injectable } from '@nestjs/common';
import type { Acting } from '../../platform/http/acting.js';
import type { Opening } from '../../platform/workflow/workflow.js';
import { ADJUDICATION, ADJUDICATION_PREFIX, requested } from '../adjudications/index.js';
import { firstMediation } from '../mediations/index.js';
import { penaltyOrder } from '../penalties/index.js';
import { Proceedings, type CaseOfProceeding } from '../proceedings/index.js';
import { firstOf, type First, type Origin } from './domain/first.rules.js';

/** A complaint that a case is opened from. */
export interface OriginOfCase extends Origin, Omit<CaseOfProceeding, 'id'> {
  readonly handlingAgency: string;
  readonly rightType: string;
  /** When the agency with power received it. */
  readonly receivedAt: Date;
}

const SOURCE = 'complaint';

/** Opens the first proceeding of a case with the case. */
@Injectable()
export class FirstProceedings {
  constructor(private readonly proceedings: Proceedings) {}

  /** Which kind it is shows under the lock of the complaint: the function gives the opening where the kind is the one asked for. */
  async prepare(acting: Acting, caseId: string): Promise<(kind: First, origin: OriginOfCase) => Opening[]> {
    const make = await this.proceedings.numbered(acting);
    return (kind, origin) => {
      if (firstOf(origin) !== kind) return [];
      const { region, lawVersion, handlingAgency: agency, receivedAt } = origin;
      const file: CaseOfProceeding = { id: caseId, region, lawVersion };
      if (kind === 'adjudication') return [make({ subject: ADJUDICATION, prefix: ADJUDICATION_PREFIX, kind: 'infringement', source: SOURCE, agency, own: requested(receivedAt) }, file)];
      if (kind === 'mediation') return [make(firstMediation({ source: SOURCE, agency, classification: origin.classification, rightType: origin.rightType }), file)];
      return [make(penaltyOrder({ source: SOURCE, agency, foundAt: receivedAt }, true), file)];
    };
  }
}

import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { COMPLAINT_LIFECYCLE } from './domain/complaint.lifecycle.js';
import { intakeProblem } from './intake.errors.js';
import type { ReceiptDto } from './receipt.dto.js';

interface Row {
  readonly receiptNumber: string;
  readonly classification: string;
  readonly state: keyof typeof COMPLAINT_LIFECYCLE.states;
  readonly nextDue: Date | null;
  readonly filedAt: Date;
  readonly answeredAt: Date | null;
}

/** Only these columns leave by the public door: nothing about anybody. */
const BY_CODE = {
  name: 'receipt-by-code',
  text: `SELECT l.receipt_number AS "receiptNumber", l.classification, l.state, l.next_due AS "nextDue", l.filed_at AS "filedAt", r.answered_at AS "answeredAt"
         FROM complaint c JOIN complaint l ON l.id = c.id OR l.lead_id = c.id LEFT JOIN reply_obligation r ON r.id = c.reply_id WHERE c.receipt_code = $1 ORDER BY l.leg`,
};

@Injectable()
export class ReceiptQueries {
  constructor(private readonly database: Database) {}

  /** Small letters, spaces and hyphens are forgiven. Throws receipt.not-found. */
  async receipt(code: string): Promise<ReceiptDto> {
    const rows = await this.database.read<Row & Record<string, never>>(systemClaims('public-receipts'), BY_CODE, [code.toUpperCase().replace(/[\s-]/g, '')]);
    const [lead] = rows;
    if (lead === undefined) throw intakeProblem('receipt.not-found');
    const legs = rows.map(({ receiptNumber, classification, state, nextDue }) => ({ receiptNumber, classification, state: { code: state, label: COMPLAINT_LIFECYCLE.states[state].label }, nextStepBy: nextDue }));
    return { receiptNumber: lead.receiptNumber, filedAt: lead.filedAt, legs, answeredAt: lead.answeredAt } as unknown as ReceiptDto;
  }
}

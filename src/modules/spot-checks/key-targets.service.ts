import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { anyOpening, Workflow } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { KEY_GROUNDS } from './data/spot-checks.data.js';
import type { KeyTargetDto, ListKeyTargetDto, RemoveKeyTargetDto } from './spot-check.dto.js';
import type { KeyTarget } from './spot-check.entity.js';
import { KEY_TARGET } from './spot-check.subject.js';
import { spotCheckProblem } from './spot-checks.errors.js';
import { shownKeyTarget } from './spot-checks.queries.js';

const STANDING: Statement = { name: 'key-target-document', text: 'SELECT kind FROM official_document WHERE id = $1 AND withdrawn_at IS NULL' };

/** 重点抽查名单: firms come on it by a decision that stands, and go off it with a reason. */
@Injectable()
export class KeyTargetsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly texts: CaseTexts,
  ) {}

  /** Throws key-target.already-listed where the agency has it on its list. */
  async list(acting: Acting, { name, uscc: code, region, ground, document }: ListKeyTargetDto): Promise<Answer<KeyTargetDto>> {
    const [standing] = await this.database.read<{ kind: string }>(acting.claims, STANDING, [document]);
    const fitting = KEY_GROUNDS.find(({ code }) => code === ground)?.documents ?? [];
    const uscc = code ?? null;
    const row: Omit<KeyTarget, 'state' | 'version'> = { id: newId(), agency: acting.agency, region, identifier: uscc ?? name, name, uscc, ground, documentId: document, listedAt: acting.at, removedAt: null, reason: null };
    const opening = anyOpening<KeyTarget>({ subject: KEY_TARGET, command: 'list', row, input: { documentKind: standing?.kind, fitting }, data: { identifier: row.identifier, ground, document } });
    try {
      return await this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownKeyTarget(outcome?.row as unknown as KeyTarget) }));
    } catch (error) {
      if (uniqueViolation(error) === 'key_target_listed') throw spotCheckProblem('key-target.already-listed');
      throw error;
    }
  }

  async remove(acting: Acting, id: string, { reason: given }: RemoveKeyTargetDto): Promise<Answer<KeyTargetDto>> {
    const [reason = ''] = await this.texts.scrubbedOf([], [given]);
    return this.workflow.execute(acting, { subject: KEY_TARGET, id, command: 'remove', input: { reason }, patch: () => ({ removedAt: acting.at, reason }), data: { reason } }, ({ row }) => ({ status: 200, body: shownKeyTarget(row) }));
  }
}

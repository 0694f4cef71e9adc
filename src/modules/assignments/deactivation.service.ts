import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { openCasesOf, toTheHead } from '../cases/index.js';
import { deactivation, identityProblem } from '../identity/index.js';
import type { DeactivatedDto } from './deactivation.dto.js';

@Injectable()
export class DeactivationService {
  constructor(private readonly workflow: Workflow) {}

  /**
   * With the account its open cases go to the list of the head, in the same transaction. An administrator sees no case: the system moves
   * them, in his name, and tells how many they were.
   */
  async deactivate(acting: Acting, id: string): Promise<Answer<DeactivatedDto>> {
    const { actor } = acting.claims;
    if (id === actor) throw identityProblem('account.own-deactivation');
    const asSystem: Acting = { ...acting, claims: { scope: 'system', actor, agencies: [], regions: null } };
    return this.workflow.bring(asSystem, [...deactivation(id, actor, acting.at), openCasesOf(id)], ([accounts = [], , cases = []]) => {
      const [account] = accounts;
      if (account === undefined) throw httpProblem('subject.not-found');
      const { login } = account as { login: string };
      const stranded = (cases as { id: string; escalated: boolean; escalatedFor: string | null }[]).filter(({ escalated, escalatedFor }) => !escalated || escalatedFor !== 'owner-deactivated');
      return {
        moves: stranded.map((one) => toTheHead(one.id, 'owner-deactivated', acting.at, { officer: id })),
        answer: () => ({ status: 200, body: { id, login, active: false, escalated: stranded.length } }),
      };
    });
  }
}

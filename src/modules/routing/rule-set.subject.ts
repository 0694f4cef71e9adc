import type { Subject } from '../../platform/workflow/subject.js';
import { RULE_SET_GUARDS } from './domain/rule-set.guards.js';
import { RULE_SET_LIFECYCLE } from './domain/rule-set.lifecycle.js';
import { RuleSet } from './rule-set.entity.js';

/** The rule set as the workflow knows it. No clock runs on it. */
export const RULE_SET: Subject<RuleSet> = {
  lifecycle: RULE_SET_LIFECYCLE,
  guards: RULE_SET_GUARDS,
  entity: RuleSet,
  place: () => ({ agency: '', intakeAgency: '', region: '' }),
};

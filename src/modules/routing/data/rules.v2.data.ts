import type { RuleSetContent } from '../domain/rule.js';
import { FIRST_STAGES } from './rules.v2.first.data.js';
import { FLAG_RULES, LANE_RULES, TRACK_RULES } from './rules.v2.more.data.js';
import { RIGHTS_STAGES } from './rules.v2.rights.data.js';

/**
 * The second rule set: destination, tracks, lane and flags. Its first day is the day on which the youngest text that it
 * cites came into force (商业秘密保护规定, 2026-06-01). Decisions made before name version 1 and are explained by it.
 */
export const SECOND_RULE_SET: RuleSetContent = {
  offices: {
    'market-regulation': {
      '445100': 'cz-market-regulation',
      '445102': 'xiangqiao-market-regulation',
      '445103': 'chaoan-market-regulation',
      '445122': 'raoping-market-regulation',
      'CZ-FENGXI': 'fengxi-market-regulation',
    },
  },
  rules: [...FIRST_STAGES, ...RIGHTS_STAGES, ...TRACK_RULES, ...LANE_RULES, ...FLAG_RULES],
};

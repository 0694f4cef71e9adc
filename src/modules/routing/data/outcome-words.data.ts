import type { LocalizedText } from '../../../kernel/text.js';
import type { Flag, Lane, Track } from '../domain/rule.js';

const t = (zh: string, en: string): LocalizedText => ({ zh, en });

export const TRACK_WORDS: Readonly<Record<Track, LocalizedText>> = {
  administrative: t('行政处理', 'administrative'), judicial: t('诉讼', 'judicial'), mediation: t('调解', 'mediation'), outside: t('告知其他途径', 'told another way'),
};

export const LANE_WORDS: Readonly<Record<Lane, LocalizedText>> = { ordinary: t('普通程序', 'ordinary lane'), expedited: t('快速办理', 'expedited lane') };

export const FLAG_WORDS: Readonly<Record<Flag, LocalizedText>> = {
  'criminal-suspicion': t('涉嫌犯罪，由人决定是否移送', 'suspicion of a crime; a human decides on referral'), 'supervision-candidate': t('可列为挂牌督办', 'candidate for listed supervision'), 'foreign-related': t('涉外、涉港澳台', 'a party from abroad, Hong Kong, Macao or Taiwan'),
  'repeat-infringer': t('重复侵权', 'infringed before'), 'already-handled': t('可能已由其他机关处理', 'may have been taken up elsewhere'), 'parallel-suit': t('同时有诉讼，可以中止', 'a suit is pending; the case may be suspended'),
  'assigned-from-above': t('上级交办，须报告结果', 'assigned from above; report the result'),
  'identity-to-prove': t('身份材料不全', 'identity to be proved'), 'city-approval-for-seizure': t('查封扣押须市级批准', 'seizure needs the approval of the city level'), 'evaluation-error': t('规则计算出错，人工分派', 'the rules could not be evaluated; distribute by hand'),
};

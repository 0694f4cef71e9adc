import { proceedingSubject } from '../proceedings/index.js';
import { MEDIATION_GUARDS } from './domain/mediation.guards.js';
import { MEDIATION_ENDED, MEDIATION_LIFECYCLE, WITH_MEMBERS } from './domain/mediation.lifecycle.js';
import { Mediation } from './mediation.entity.js';

/** A mediation as the workflow knows it. */
export const MEDIATION = proceedingSubject<Mediation>({
  lifecycle: MEDIATION_LIFECYCLE,
  guards: MEDIATION_GUARDS,
  entity: Mediation,
  ended: MEDIATION_ENDED,
  recusal: { states: WITH_MEMBERS, basis: { source: '市场监督管理投诉举报处理办法（总局令第121号）', article: '第二十一条第二款', status: 'verified', note: '特邀调解规定第十五条同' } },
});

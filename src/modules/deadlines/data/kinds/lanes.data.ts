import { hours, LAW, rowsOf, unverified, workingDays, type Length } from '../kind.js';

const SINCE: readonly [string, null] = ['2021-09-01', null];
const INTERNAL = '内部目标，未见法定依据，不是法定期限；不改变、不替代任何法定期限';

const target = (measure: number, lane: string, zh: string, en: string, length: Length) =>
  rowsOf({ valid: SINCE, roll: 'none', measures: [measure] })(`lane.${lane}`, `内部目标：${zh}`, `Internal target: ${en}`, length, unverified(LAW.own, '通道办理', INTERNAL));

/** Targets of the lanes. They stand beside the limits of the law. */
export const LANE_KINDS = [
  target(11, 'exhibition', '展会通道', 'trade fair', hours(24)),
  target(12, 'rapid-centre', '快速维权中心通道', 'rapid-protection centre', workingDays(10)),
  target(11, 'expedited', '快速通道', 'expedited', workingDays(20)),
  target(11, 'platform', '电商平台通道', 'platform', workingDays(7)),
  target(11, 'market', '农贸市场通道', 'market', workingDays(7)),
  target(10, 'major', '重大案件通道', 'major', workingDays(50)),
  target(10, 'ordinary', '普通程序', 'ordinary', workingDays(50)),
];

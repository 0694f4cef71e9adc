import type { Basis, LocalizedText } from '../../../kernel/text.js';

const HOUR_MILLISECONDS = 3_600_000;

export interface Lane {
  readonly code: string;
  readonly label: LocalizedText;
  /** Hours that a case of the lane waits before it ranks with what is due. A rule of the house: statutory clocks run beside it, untouched. */
  readonly patience: number;
  readonly basis: Basis;
}

const measures = (article: string): Basis => ({ source: '潮办发〔2021〕2号', article, status: 'verified', note: '排序等待时长为系统自身规则' });

/** The ways that a case can take, the slowest last. */
export const LANES = [
  { code: 'exhibition', label: { zh: '展会通道', en: 'Trade fair' }, patience: 12, basis: measures('第12项') },
  { code: 'rapid-centre', label: { zh: '快速维权中心通道', en: 'Rapid-protection centre' }, patience: 48, basis: measures('第11项') },
  { code: 'expedited', label: { zh: '快速通道', en: 'Expedited' }, patience: 72, basis: measures('第10项') },
  { code: 'platform', label: { zh: '电商平台通道', en: 'Platform' }, patience: 72, basis: measures('第12项') },
  { code: 'market', label: { zh: '农贸市场通道', en: 'Market' }, patience: 72, basis: measures('第12项') },
  { code: 'major', label: { zh: '重大案件通道', en: 'Major' }, patience: 120, basis: measures('第10项') },
  { code: 'ordinary', label: { zh: '普通程序', en: 'Ordinary' }, patience: 240, basis: measures('第10项') },
] as const satisfies readonly Lane[];

export const LANE_CODES: readonly string[] = LANES.map(({ code }) => code);

export function laneOf(lane: string): Lane {
  const found = LANES.find(({ code }) => code === lane);
  if (found === undefined) throw new Error(`There is no lane ${lane}`);
  return found;
}

/**
 * From when on a case of the lane ranks with what is due. The instant is fixed when the case comes into the lane, so the case
 * rises by itself while time passes, and after that instant nothing that comes later is put before it.
 */
export function agedAt(lane: string, openedAt: Date): Date {
  return new Date(openedAt.getTime() + laneOf(lane).patience * HOUR_MILLISECONDS);
}

import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { UrgingChannel } from '../domain/urging.guards.js';

export interface UrgingChannelRow {
  readonly code: UrgingChannel;
  readonly label: LocalizedText;
  /** Working days to answer where the note sets none. */
  readonly answerDays: number;
  readonly basis: Basis;
}

const house = (article: string, note: string): Basis => ({ source: '本系统拟定', article, status: 'unverified', note });

/** Who urges. No text that was read sets a time to answer; what the note itself says goes before these days. */
export const URGING_CHANNELS: readonly UrgingChannelRow[] = [
  { code: 'head', label: { zh: '本单位负责人催办', en: 'Head of the agency that has the case' }, answerDays: 3, basis: house('催办', '未见法定答复期限，由本系统拟定') },
  { code: 'city-bureau', label: { zh: '上级部门催办', en: 'Agency above it' }, answerDays: 3, basis: house('催办', '未见法定答复期限，由本系统拟定') },
  { code: 'supervision-authority', label: { zh: '督办、监督机关催办', en: 'Authority of supervision, by letter' }, answerDays: 5, basis: house('催办', '未见法定答复期限；函件另有要求的按函件') },
  { code: 'hotline-12345', label: { zh: '12345热线催办', en: '12345 hotline' }, answerDays: 2, basis: { source: '广东省12345政务服务便民热线管理办法', article: '催办', status: 'unverified', note: '仅见转引，未核对原文；天数由本系统拟定' } },
];

export function daysOf(channel: UrgingChannel): number {
  return URGING_CHANNELS.find(({ code }) => code === channel)?.answerDays ?? 1;
}

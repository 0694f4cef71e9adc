import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** A way in. A line that was merged into another one keeps its code, so that its numbers stay its own. */
export interface ChannelRow {
  readonly code: string;
  readonly label: LocalizedText;
  /** The line that it is part of today. */
  readonly mergedInto?: string;
  /** Who is owed an answer under the source number; nobody where an officer found the matter himself. */
  readonly reply: 'hotline-12345' | 'national-12315' | 'direct' | 'partner' | 'agency' | 'none';
  readonly basis: Basis;
}

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const MEASURES = '潮办发〔2021〕2号';
const verified = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
/** Measure 17 names "五线合一" without listing the lines; the five of the market regulators' merger of 2018 are taken. */
const oldLine = (code: string, zh: string, en: string): ChannelRow => ({
  code, label: { zh, en }, mergedInto: 'hotline-12345', reply: 'hotline-12345',
  basis: { source: MEASURES, article: '第17项', status: 'unverified', note: '“五线合一”所含线路未在措施中列明' },
});

/** Every way in, with who is owed an answer. Measure 17 joins 12345 and 12315. */
export const CHANNEL_ROWS = [
  { code: 'hotline-12345', label: { zh: '12345热线', en: '12345 hotline' }, reply: 'hotline-12345', basis: verified(MEASURES, '第17项') },
  { code: 'hotline-12315', label: { zh: '12315热线与全国12315平台', en: '12315 line and national 12315 platform' }, reply: 'national-12315', basis: verified(COMPLAINTS, '第八条、第四十条') },
  oldLine('line-12365', '原12365质监热线', 'Former 12365 line, quality supervision'),
  oldLine('line-12331', '原12331食药热线', 'Former 12331 line, food and drugs'),
  oldLine('line-12358', '原12358价格热线', 'Former 12358 line, prices'),
  oldLine('line-12330', '原12330知识产权热线', 'Former 12330 line, intellectual property'),
  { code: 'window', label: { zh: '受理窗口', en: 'Service window' }, reply: 'direct', basis: verified(COMPLAINTS, '第八条') },
  { code: 'mail', label: { zh: '信函', en: 'Mail' }, reply: 'direct', basis: verified(COMPLAINTS, '第八条') },
  { code: 'web', label: { zh: '网站、移动端', en: 'Web and mobile' }, reply: 'direct', basis: verified(COMPLAINTS, '第八条') },
  { code: 'platform', label: { zh: '电商平台移送', en: 'E-commerce platform' }, reply: 'partner', basis: verified(MEASURES, '第4项') },
  { code: 'trade-fair-desk', label: { zh: '展会驻点', en: 'Desk at a trade fair' }, reply: 'partner', basis: verified('展会知识产权保护办法', '第六条、第十一条') },
  { code: 'rapid-centre', label: { zh: '快速维权中心', en: 'Rapid protection centre' }, reply: 'partner', basis: verified(MEASURES, '第12项') },
  { code: 'agency-transfer', label: { zh: '其他部门移送', en: 'Transfer from another agency' }, reply: 'agency', basis: verified('市场监督管理行政处罚程序规定', '第十八条') },
  { code: 'superior-assignment', label: { zh: '上级交办', en: 'Assignment from above' }, reply: 'agency', basis: verified('市场监督管理行政处罚程序规定', '第十八条') },
  { code: 'patrol', label: { zh: '日常巡查', en: 'Patrol' }, reply: 'none', basis: verified('市场监督管理行政处罚程序规定', '第十八条') },
] as const satisfies readonly ChannelRow[];

export type Channel = (typeof CHANNEL_ROWS)[number]['code'];
export const CHANNELS = CHANNEL_ROWS.map(({ code }) => code);

const BY_CODE: ReadonlyMap<string, ChannelRow> = new Map(CHANNEL_ROWS.map((row) => [row.code, row]));

/** Throws for a code that the validation has let through by mistake. */
export function channelOf(code: string): ChannelRow {
  const row = BY_CODE.get(code);
  if (row === undefined) throw new Error(`Channel ${code} does not exist`);
  return row;
}

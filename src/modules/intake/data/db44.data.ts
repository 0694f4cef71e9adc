import type { LocalizedText } from '../../../kernel/text.js';

/** A node of the classification of the 12345 line. The printed code is not a key: 090499 stands twice and some names are blank. */
export interface Db44Node {
  /** system:level:code; the level is that of the parent, so that equal codes stay apart. */
  readonly key: string;
  readonly code: string;
  readonly label: LocalizedText;
}

export const DB44 = { code: 'db44t2479-2024', title: { zh: '12345诉求事项分类与编码规范（DB44/T 2479—2024）附录A', en: 'Classification of 12345 requests (DB44/T 2479-2024), Appendix A' }, status: 'unverified', note: { zh: '第三方转录，仅收录与本系统有关的条目', en: 'From a transcription; only the entries that concern this system' } } as const;

const node = (parent: string, code: string, zh: string, en: string): Db44Node => ({ key: `${DB44.code}:${parent}:${code}`, code, label: { zh, en } });

export const DB44_NODES: readonly Db44Node[] = [
  node('', '10', '市场监管', 'Market regulation'),
  node('10', '1001', '商事管理', 'Business registration'), node('1001', '100103', '商标审查', 'Trademark examination'),
  node('10', '1002', '市场管理', 'Market management'), node('1002', '100201', '物价', 'Prices'), node('1002', '100202', '证照', 'Licences'), node('1002', '100203', '商业广告', 'Advertising'),
  node('1002', '100204', '不正当竞争', 'Unfair competition'), node('1002', '100205', '售后', 'After-sales'), node('1002', '100206', '合同', 'Contracts'), node('1002', '100299', '其他', 'Other'),
  node('10', '1003', '知识产权', 'Intellectual property'), node('1003', '100301', '专利', 'Patents'), node('1003', '100302', '商标', 'Trademarks'), node('1003', '100303', '版权', 'Copyright'),
  node('1003', '100304', '中介服务', 'Agents'), node('1003', '100305', '地理标志', 'Geographical indications'), node('1003', '100306', '官方标志和特殊标志', 'Official and special marks'), node('1003', '100399', '其他', 'Other'),
  node('10', '1004', '质量', 'Quality'), node('1004', '100401', '质量监督', 'Quality supervision'), node('10', '1005', '检验检疫', 'Inspection and quarantine'),
  node('', '11', '经济财贸', 'Economy and trade'), node('', '12', '司法行政', 'Justice'), node('12', '1201', '司法行政事务', 'Judicial administration'), node('1201', '120103', '人民调解', 'People’s mediation'),
  node('', '13', '政风行风党风', 'Conduct of government'), node('13', '1303', '行政执法', 'Law enforcement'), node('1303', '130302', '不作为', 'Failure to act'),
  node('', '99', '其他', 'Other'), node('99', '9907', '无效诉求', 'Void request'),
];

const KEYS: ReadonlySet<string> = new Set(DB44_NODES.map(({ key }) => key));

/** A node that is not in our part of the table is told, never refused: the line has the whole table. */
export function nodeWarnings(key: string | undefined): { path: string; code: string; text: LocalizedText }[] {
  if (key === undefined || KEYS.has(key)) return [];
  return [{ path: 'db44Node', code: 'db44-node-unknown', text: { zh: '分类节点不在本系统收录的DB44/T 2479条目中，请核对', en: 'This node is not among the entries of DB44/T 2479 that the system holds: check it' } }];
}

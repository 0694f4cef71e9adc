export const SCENARIOS = ['file', 'worklist', 'accept'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/** Where the marks of one request go in the text that is sent: a number of ten digits, or an id from the list. */
export const NUMBER = '0000000000';
export const TARGET = '{target}';

/** A request as the load generator sends it. */
export interface Sample {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Status that every answer must have. */
  readonly status: number;
}

export const REGION = '445103';
export const AGENCY = 'chaoan-market-regulation';
export const DESK = 'cz-hotline-12345';

/** A report as a hotline sends it: 700 bytes, one clock of its own and those of the statute. */
const REPORT = {
  channel: 'hotline-12345', sourceSystem: 'BENCH', externalNumber: `B-${NUMBER}`, requestType: 'report', hotlineReceivedAt: '2026-11-20T16:42:00+08:00', receivedAt: '2026-11-20T17:10:00+08:00',
  region: REGION, matter: 'infringement', realName: true, reporter: { name: '陈测试', phone: '13800000000' },
  target: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J', address: '潮安区彩塘镇测试工业区' }, right: { type: 'trademark', number: '12345678', holder: 'none' },
  facts: '十一月十八日在某网店购得标有他人注册商标的不锈钢餐具二十件，共计人民币一千二百元，包装上未见许可字样，疑为侵犯注册商标专用权的商品。店铺页面显示发货地为潮安区彩塘镇。',
};

export function samplesOf(tokens: Readonly<Record<'desk' | 'officer', string>>): Readonly<Record<ScenarioName, Sample>> {
  const from = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' });
  const command = { 'idempotency-key': `bench-${NUMBER}`, 'content-type': 'application/json' };
  return {
    file: { method: 'POST', path: '/v1/complaints', headers: { ...from(tokens.desk), ...command }, body: JSON.stringify(REPORT), status: 201 },
    worklist: { method: 'GET', path: '/v1/cases?limit=20', headers: from(tokens.officer), body: '', status: 200 },
    accept: { method: 'POST', path: `/v1/complaints/${TARGET}/accept`, headers: { ...from(tokens.officer), ...command, 'if-match': '"1"' }, body: '{}', status: 200 },
  };
}

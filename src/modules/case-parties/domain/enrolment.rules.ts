/** What a complaint says of parties and right, in normal form. Nothing in it is of the reporter. */
export interface ComplaintFacts {
  readonly classification: string;
  readonly target_name: string;
  readonly target_uscc: string | null;
  readonly target_address: string | null;
  readonly region: string;
  readonly right_type: string;
  readonly right_number: string | null;
  readonly right_detail?: RightDetail | null;
}

interface RightDetail {
  readonly validUntil?: string;
  readonly holderName?: string;
  readonly niceClasses?: readonly number[];
  readonly licence?: object;
}

export interface Enrolment {
  readonly respondent: Named & { readonly uscc?: string; readonly address?: string; readonly region?: string };
  readonly right: { readonly type: string; readonly number: string; readonly validTo?: string; readonly niceClasses?: readonly number[] } | null;
  readonly holder: Named | null;
  /** The holder is a party only where it asks itself, or has somebody ask: a report does not tell who reported. */
  readonly holderIsParty: boolean;
  readonly claimedLicence: object | null;
}

interface Named {
  readonly kind: 'organisation' | 'person';
  readonly name: string;
}

/** Matters in which who asks is a party of what follows, by the statute of each. In a report nobody is. */
const REQUESTS = ['right-holder-request', 'patent-adjudication', 'patent-mediation', 'copyright-complaint', 'plant-variety-request'];

/** What a case that is opened from this complaint brings into the registers. */
export function enrolmentOf(complaint: ComplaintFacts, registered: readonly string[]): Enrolment {
  const { target_name: name, target_uscc: uscc, target_address: address, region } = complaint;
  const respondent = { ...named(name, uscc), ...given({ uscc, address, region: /^(\d{6}|CZ-FENGXI)$/.test(region) ? region : null }) };
  return { respondent, ...rightOf(complaint, registered) };
}

function rightOf({ right_type: type, right_number: number, right_detail, classification }: ComplaintFacts, registered: readonly string[]): Omit<Enrolment, 'respondent'> {
  if (number === null || !registered.includes(type)) return { right: null, holder: null, holderIsParty: false, claimedLicence: null };
  const { validUntil, holderName, niceClasses, licence = null } = right_detail ?? {};
  const asks = REQUESTS.includes(classification);
  const holder = holderName === undefined ? null : named(holderName, null);
  return { right: { type, number, ...given({ validTo: validUntil, niceClasses }) }, holder, holderIsParty: asks && holder !== null, claimedLicence: asks ? licence : null };
}

/** Without those that say nothing. */
function given<Fields extends Record<string, unknown>>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}

function named(name: string, uscc: string | null): Named {
  return { kind: uscc === null && looksLikePerson(name) ? 'person' : 'organisation', name };
}

/** Surnames in use, single and compound, without any claim to be complete: together they cover nearly everybody. */
const SURNAMES = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庄翁佘纪柯詹洪巫连辜蓝卓',
  '欧阳', '上官', '司徒', '诸葛', '司马', '皇甫', '令狐', '夏侯', '公孙', '慕容', '端木',
]);
/** Last characters of shops and works: 林记店 is none of the Lins. */
const TRADE = /[店厂社行部馆坊屋轩楼院所站场园城局会组厅庄铺吧家网号记司]$/u;

/**
 * A bare personal name in place of a firm. The register of organisations is open to everybody who works on cases, so that in
 * doubt the name goes into the vault; an officer who knows better adds the organisation and removes the person.
 */
export function looksLikePerson(text: string): boolean {
  const name = text.normalize('NFKC').replace(/\s|[(（].*[)）]$|[·•]/gu, '');
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || TRADE.test(name)) return false;
  const [first = '', second = ''] = name;
  return SURNAMES.has(first + second) ? name.length >= 3 : SURNAMES.has(first) && name.length <= 3;
}

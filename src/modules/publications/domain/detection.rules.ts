import { fold, type Folded } from '../../../kernel/folding.js';
import { checkIdentifier } from '../../../kernel/identifiers/index.js';

/** Where something stands that is probably not to be shown. */
export interface Detection {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** What is shown although it looks like something that is not. */
export interface Keep {
  readonly creditCodes: readonly string[];
  /** Places of business, which the register shows to everybody. */
  readonly addresses: readonly string[];
  /** Numbers of the document, of the patent. */
  readonly numbers: readonly string[];
}

/** Ten digits and more, with single blanks (any joiner, once folded) between them. */
const DIGITS = /(?<![\da-z])\d(?: ?\d){9,}x?(?![\da-z])/g;
const CREDIT_CODE = /(?<![\da-z])[\da-hj-npqrtuwxy]{2}(?: ?\d){6}(?: ?[\da-hj-npqrtuwxy]){10}(?![\da-z])/g;
/** Days, one after the other, however they are joined. */
const DAYS = /^(?:(?:19|20)\d\d ?[01]\d ?[0-3]\d ?)+$/;
const ACCOUNT = /(?:账号|帐号|账户|帐户|卡号|户号)(?:为|是)?[:： ]*(\d(?: ?\d){5,})/g;
const LOCAL_PHONE = /(?:电话|手机|联系方式|座机|传真)(?:号码|号)?(?:为|是)?[:： ]*(\+?\d(?: ?\d){5,})/g;
const LANDLINE = /(?<!\d)0(?:10|2\d|[3-9]\d\d) ?\d{3,4} ?\d{4}(?!\d)/g;
const EMAIL = /[\w.%+\-\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0E\uFF0D\uFF3F]{1,64} ?[@\uFF20] ?[\w\-\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+(?:[.\uFF0E][\w\-\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+)+/g;
const MESSENGER = /(?:微信|vx|wechat|qq|支付宝)(?:号码|账号|帐号|号)?(?:为|是)?[:： ]*([a-z\d][a-z\d ]{4,29})/g;
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[a-z] ?[.]? ?(?=[a-hj-np-z\d]*\d)[a-hj-np-z\d]{5,6}(?![a-z\d])/g;
/** The door of an address; what comes before it is looked at backwards, so that no text takes long. */
const DOORS = /(?: ?[\d一二三四五六七八九十百零〇甲乙丙a-d]{1,6} ?(?:号楼|号|栋|幢|座|单元|层|楼|室|房|户))+(?: ?之? ?\d{1,4})?/g;
const PLACE = /省|市|区|县|镇|乡|街道|村|社区|小区|花园|路|街|巷|里|大道|苑|弄|坊/;
const LEADS_TO = /住址|地址|住所|居住|位于|家住|[住在至到往于从：:]/g;
const LONGEST_PLACE = 40;
const ROLES = '举报人|投诉人|证人|联系人|委托代理人|代理人|员工|业务员|会计|股东|司机|妻子|丈夫|儿子|女儿|消费者|顾客|收款人|户名|经手人|见证人|家属|送货人|收货人|店长|仓管';
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄和穆萧尹姚邵汪毛米贝戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍卢莫房解应宗丁邓洪包左石崔吉龚程邢裴陆翁荀甄曲封储靳段巫焦谷车侯宓全班秋仲伊宫宁仇栾甘厉戎祖符刘景詹龙叶司黎薄白蒲卓池乔闻党翟谭劳姬申冉庄晏柴瞿阎慕连茹习艾容向古易廖衡耿满匡文寇广欧沃利师巩聂晁敖冷辛那简饶曾沙丰关游';
const NAMED = new RegExp(`(?:${ROLES})(?:系|为|是|叫)?[:： ]*([${SURNAMES}][\\u4e00-\\u9fa5]{1,3})(?=[,，。;；、:：()（）〔 \\n]|$|的|提供|称|证实|证明|系|于|在|与|和|签|收|证)`, 'g');
/** Words that begin like a surname. */
const NO_NAMES = /^(?:陈述|应当|向本|和举|方便|于本|任何|安排|高度|白色|全部|利用|连续|容易|关于|解释|简单|广告|常见|严重)/;

/** Everything that looks like personal data, with its place in the original. Over-cautious: a reviewer shows again what may be shown. */
export function detections(text: string, keep: Keep): Detection[] {
  const folded = fold(text);
  const shown = occurrences(text, [...keep.numbers, ...keep.creditCodes], '');
  const all = [
    ...found(folded, CREDIT_CODE, (match) => (checkIdentifier('uscc', match).ok ? creditOrIdentity(match) : null)),
    ...found(folded, DIGITS, numberRule),
    ...foundIn(folded, ACCOUNT, 'bank-account'),
    ...foundIn(folded, LOCAL_PHONE, 'phone'),
    ...found(folded, LANDLINE, () => 'phone'),
    ...foundIn(folded, MESSENGER, 'messenger'),
    ...found(folded, PLATE, () => 'plate'),
    ...addresses(folded, keep.addresses),
    ...foundIn(folded, NAMED, 'name-after-role', (name) => !NO_NAMES.test(name)),
    ...[...text.matchAll(EMAIL)].map((match) => ({ start: match.index, end: match.index + match[0].length, rule: 'email' })),
  ];
  return all.filter(({ start, end }) => !shown.some((kept) => kept.start <= start && end <= kept.end));
}

/** Chinese words that lead to a door and name a place. The premises of a party are shown. */
function addresses({ text, from }: Folded, premises: readonly string[]): Detection[] {
  return [...text.matchAll(DOORS)].flatMap((match) => {
    const [before = ''] = /[\u4e00-\u9fa5\d]*$/.exec(text.slice(Math.max(0, match.index - LONGEST_PLACE), match.index)) ?? [];
    const cut = Math.max(0, ...[...before.matchAll(LEADS_TO)].map((lead) => lead.index + lead[0].length));
    const start = match.index - before.length + cut;
    const end = match.index + match[0].length;
    const shown = premises.some((address) => bare(address).includes(bare(text.slice(start, end))));
    return shown || !PLACE.test(before.slice(cut)) ? [] : [{ start: from[start] ?? 0, end: from[end] ?? 0, rule: 'address' }];
  });
}

/** Where one of these stands, whatever joins or widens its characters. */
export function occurrences(text: string, values: readonly string[], rule: string): Detection[] {
  const folded = fold(text);
  return values.map(bare).filter((value) => value.length >= 4).flatMap((value) => {
    const loose = [...value].map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join(' ?');
    return found(folded, new RegExp(`(?<![\\da-z])${loose}(?![\\da-z])`, 'g'), () => rule);
  });
}

/** Eighteen figures may be either; an identity number has a date of birth and its own check character. */
function creditOrIdentity(match: string): string {
  const { ok, warnings } = checkIdentifier('resident_id', match);
  return ok && warnings.length === 0 ? 'id-number' : 'credit-code';
}

/** Whether figures are nothing but days. */
export function isDays(text: string): boolean {
  return DAYS.test(fold(text).text);
}

function numberRule(match: string): string | null {
  const number = bare(match);
  if (isDays(match)) return null;
  if (checkIdentifier('resident_id', number).ok || /^[1-8]\d{7}[01]\d[0-3]\d{4}$/.test(number)) return 'id-number';
  if (checkIdentifier('phone', number).ok) return 'phone';
  return number.length >= 12 ? 'bank-account' : 'long-number';
}

function found({ text, from }: Folded, pattern: RegExp, ruleOf: (match: string) => string | null): Detection[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const rule = ruleOf(match[0]);
    return rule === null ? [] : [{ start: from[match.index] ?? 0, end: from[match.index + match[0].length] ?? 0, rule }];
  });
}

/** Only what the first group holds. */
function foundIn({ text, from }: Folded, pattern: RegExp, rule: string, fits: (value: string) => boolean = () => true): Detection[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = (match[1] ?? '').trimEnd();
    if (value === '' || !fits(value)) return [];
    const start = match.index + match[0].lastIndexOf(match[1] ?? '');
    return [{ start: from[start] ?? 0, end: from[start + value.length] ?? 0, rule }];
  });
}

function bare(text: string): string {
  return fold(text).text.replaceAll(' ', '');
}

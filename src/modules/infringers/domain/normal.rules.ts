import { checkIdentifier } from '../../../kernel/identifiers/index.js';

const NUMERAL = /[〇零一二三四五六七八九十百千]+(?=(?:号|號|栋|幢|座|楼|室|层|单元|巷|弄|铺|档))/gu;
/** Everything lies in one city: its name in front says nothing. */
const CITY = /^(?:中国)?(?:广东省?)?(?:潮州市?)?/u;
/** A town is there once in the city, so that the district in front of it says nothing either. */
const DISTRICT_OF_TOWN = /^[^镇乡街]{1,4}[区县](?=[^镇乡街]{1,6}(?:镇|乡|街道))/u;
const COMPANY = [[/有限责任公司$/u, '有限公司'], [/个体工商户$/u, '']] as const;
/** Parameters of an address in the web that name the shop; the rest is how somebody came there. */
const SHOP_PARAMETERS = ['id', 'shop', 'shopid', 'shop_id', 'store', 'storeid', 'store_id', 'seller', 'sellerid', 'seller_id', 'mall_id', 'user_id', 'uid'];

/** Letters and digits, half width, lower case. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Characters 9 to 17 of a credit code; null where they fail their own check digit. */
export function normalCode(uscc: string): string | null {
  const { ok, parts, warnings } = checkIdentifier('uscc', uscc);
  return ok && !warnings.some(({ code }) => code === 'organisation_check_mismatch') ? parts?.['organisation'] ?? null : null;
}

/** Null for what is no telephone, and for a number that thousands call. */
export function normalPhone(phone: string): string | null {
  const { ok, normalized, parts } = checkIdentifier('phone', phone);
  return ok && parts?.['type'] !== 'service' ? normalized : null;
}

/** Null without a number of the house: a village is no door. `read` turns a Chinese numeral into its value. */
export function normalAddress(address: string, read: (numeral: string) => number): string | null {
  const digits = address.normalize('NFKC').replace(NUMERAL, (numeral) => digitsOf(numeral, read));
  const door = plain(digits).replace(CITY, '').replace(DISTRICT_OF_TOWN, '');
  return /\d/.test(door) && /\p{Script=Han}/u.test(door) ? door : null;
}

export function normalName(name: string): string | null {
  const text = COMPANY.reduce((short, [from, to]) => short.replace(from, to), plain(name));
  return text === '' ? null : text;
}

/** A shop by its number on the platform, or by its address in the web. */
export function normalShop(platform: string | undefined, shop: string): string | null {
  const text = shop.trim();
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return normalAddressInWeb(new URL(text));
  return platform === undefined || plain(shop) === '' ? null : `${plain(platform)}|${plain(shop)}`;
}

/** Null for the front page of a platform. */
function normalAddressInWeb({ hostname, pathname, searchParams }: URL): string | null {
  const asked = SHOP_PARAMETERS.filter((name) => searchParams.has(name)).map((name) => `${name}=${searchParams.get(name) ?? ''}`);
  const host = hostname.replace(/^(?:www|m)\./, '');
  const place = host + pathname.replace(/\/+$/, '');
  return place === host && asked.length === 0 && host.split('.').length < 3 ? null : [place, ...asked].join('?');
}

/** 二十三 is 23, 二〇三 is 203. */
function digitsOf(numeral: string, read: (numeral: string) => number): string {
  const text = numeral.replaceAll('〇', '零');
  return /[十百千]/.test(text) ? String(read(text)) : [...text].map(read).join('');
}

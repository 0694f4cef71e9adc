import { misshapen, tidy, type IdentifierCheck } from './types.js';

const MOBILE = /^1[3-9]\d{9}$/;
/** 0, area code, seven or eight digits; three-digit areas are 010 and 02x. */
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/;
const SERVICE = /^(?:[48]00\d{7}|12345|12315)$/;
const MARKED_EXTENSION = /^(.+?)(?:转|分机|EXT\.?|X|#)(\d{1,6})$/;
const DASHED_EXTENSION = /^(.+)-(\d{1,6})$/;

/** Mainland telephone number: digits only, without the country code; an extension behind a hyphen. `parts.type` is mobile, landline or service. */
export function checkPhone(text: string): IdentifierCheck {
  const tidied = tidy(text);
  const whole = describe(digits(tidied));
  if (whole !== null) return found(whole);
  const [, line = '', extension = ''] = MARKED_EXTENSION.exec(tidied) ?? DASHED_EXTENSION.exec(tidied) ?? [];
  const described = describe(digits(line));
  if (described?.type === 'landline') return found(described, extension);
  return misshapen('phone', digits(tidied), '手机11位（如 13800000000），固定电话带区号（如 0768-2345678），分机写在末尾（转 123）', 'a mobile number has 11 digits, a landline its area code; an extension comes last');
}

/** Abroad the 0 of a landline's area code is left out: +86 768… is 0768…. */
function digits(text: string): string {
  return text.replace(/[-().]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$|0)/, '').replace(/^(?:\+|00)86(?=[1-9])/, '0');
}

interface Described {
  readonly number: string;
  readonly type: 'mobile' | 'landline' | 'service';
  readonly area?: string;
}

function describe(number: string): Described | null {
  if (MOBILE.test(number)) return { number, type: 'mobile' };
  if (SERVICE.test(number)) return { number, type: 'service' };
  const area = LANDLINE.exec(number)?.[1];
  return area === undefined ? null : { number, type: 'landline', area };
}

function found({ number, type, area }: Described, extension?: string): IdentifierCheck {
  const parts = { type, ...(area === undefined ? {} : { area }), ...(extension === undefined ? {} : { extension }) };
  return { ok: true, kind: 'phone', normalized: extension === undefined ? number : `${number}-${extension}`, warnings: [], parts };
}

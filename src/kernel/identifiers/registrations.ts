import { misshapen, tidy, type IdentifierCheck, type IdentifierKind } from './types.js';

export type RegistrationKind = Extract<IdentifierKind, 'trademark_registration' | 'work_registration' | 'software_registration' | 'geographical_indication' | 'plant_variety' | 'region'>;

interface Form {
  readonly shape: RegExp;
  /** One spelling for one number, so that equal ones are found equal. Without it: {@link tidy}. */
  readonly spell?: (text: string) => string;
  readonly zh: string;
  readonly en: string;
}

/** Registrations without a check digit: only their form can be looked at. Named groups become the parts. Forms but the first two V2 or unverified. */
const FORMS: Readonly<Record<RegistrationKind, Form>> = {
  // Certificates print 第12345678号.
  trademark_registration: { shape: /^(?:\d{1,9}|G\d{1,8}[A-Z]?)$/, spell: (text) => bare(text).replace(/^第(.*)号$/, '$1'), zh: '商标注册号为不超过9位的数字，国际注册以 G 开头', en: 'a trademark registration is up to 9 digits; an international one begins with G' },
  work_registration: { shape: /^\p{Script=Han}作登字-(?<year>\d{4})-(?<category>[A-L])-\d{8}$/u, spell: (text) => bare(text).replace(/^(.作登字)(\d{4})([A-Z])(\d+)号?$/u, '$1-$2-$3-$4'), zh: '作品登记号形如 粤作登字-2019-F-00015229', en: 'a work registration looks like 粤作登字-2019-F-00015229' },
  software_registration: { shape: /^(?<year>\d{4})SR\d{6,8}$/, spell: bare, zh: '软件著作权登记号形如 2023SR0123456', en: 'a software registration looks like 2023SR0123456' },
  geographical_indication: { shape: /^.{1,60}$/u, spell: prose, zh: '地理标志证书号或名称，不超过60字', en: 'certificate number or name, up to 60 characters' },
  plant_variety: { shape: /^(?=.*(?<certificate>CN[AF]\d{5,12}(?:\.\d)?)|.*\p{Script=Han}|.{4}).{1,100}$/u, spell: varietyText, zh: '品种名称或品种权号（如 CNA20191000123），不超过100字', en: 'name of the variety or number of the right (like CNA20191000123), up to 100 characters' },
  region: { shape: /^(?:\d{6}|CZ-FENGXI)$/, zh: '行政区划代码为6位数字（GB/T 2260）', en: 'a region code has 6 digits (GB/T 2260)' },
};

/** Throws nothing: a text of unexpected form gives ok false with the form that is expected. */
export function checkRegistration(kind: RegistrationKind, text: string): IdentifierCheck {
  const { shape, spell = tidy, zh, en } = FORMS[kind];
  const normalized = spell(text);
  const match = shape.exec(normalized);
  if (match === null) return misshapen(kind, normalized, zh, en);
  const parts = Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined));
  return { ok: true, kind, normalized, warnings: [], ...(Object.keys(parts).length === 0 ? {} : { parts }) };
}

function bare(text: string): string {
  return tidy(text).replaceAll('-', '');
}

/** A name keeps its letters and the blanks between its words. */
function prose(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]+/g, ' ').trim();
}

function varietyText(text: string): string {
  return /^CN[AF][\d.]+$/.test(bare(text)) ? bare(text) : prose(text).replace(/cn[af](?=\d)/gi, (letters) => letters.toUpperCase());
}

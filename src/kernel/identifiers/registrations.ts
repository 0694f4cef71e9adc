import { misshapen, tidy, type IdentifierCheck, type IdentifierKind } from './types.js';

interface Form {
  readonly shape: RegExp;
  readonly zh: string;
  readonly en: string;
}

/** Registrations without a check digit: only their form can be looked at. */
const FORMS: Readonly<Partial<Record<IdentifierKind, Form>>> = {
  trademark_registration: { shape: /^(?:\d{1,9}|G\d{1,8}[A-Z]?)$/, zh: '商标注册号为不超过9位的数字，国际注册以 G 开头', en: 'a trademark registration is up to 9 digits; an international one begins with G' },
  work_registration: { shape: /^(?:国|[\u4e00-\u9fa5])作登字-?\d{4}-?[A-L]-?\d{8}$/, zh: '作品登记号形如 粤作登字-2019-F-00015229', en: 'a work registration looks like 粤作登字-2019-F-00015229' },
  software_registration: { shape: /^\d{4}SR\d{6,8}$/, zh: '软件著作权登记号形如 2023SR0123456', en: 'a software registration looks like 2023SR0123456' },
  plant_variety: { shape: /^(?:CNA|CNF|\d)[\w.]{4,20}$/, zh: '品种权号形如 CNA20191000123', en: 'a variety right looks like CNA20191000123' },
  geographical_indication: { shape: /^.{1,60}$/u, zh: '地理标志证书号或名称，不超过60字', en: 'certificate number or name, up to 60 characters' },
  region: { shape: /^(?:\d{6}|CZ-FENGXI)$/, zh: '行政区划代码为6位数字（GB/T 2260）', en: 'a region code has 6 digits (GB/T 2260)' },
  phone: { shape: /^(?:1[3-9]\d{9}|0\d{2,3}\d{7,8}(?:\d{1,6})?|400\d{7}|12345|12315)$/, zh: '手机11位，固定电话带区号', en: 'a mobile number has 11 digits, a landline its area code' },
};

/** Throws nothing: a text of unexpected form gives ok false with the form that is expected. */
export function checkRegistration(kind: IdentifierKind, text: string): IdentifierCheck {
  const form = FORMS[kind];
  const normalized = normalForm(kind, tidy(text));
  if (form === undefined || !form.shape.test(normalized)) return misshapen(kind, normalized, form?.zh ?? '未知类型', form?.en ?? 'unknown kind');
  return { ok: true, kind, normalized, warnings: [] };
}

function normalForm(kind: IdentifierKind, text: string): string {
  // Certificates print 第12345678号.
  if (kind === 'trademark_registration') return text.replace(/^第(.*)号$/, '$1');
  if (kind !== 'phone') return text;
  // Abroad the 0 of a landline's area code is left out: +86 768… is 0768….
  return text.replace(/[-()]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$|0)/, '').replace(/^(?:\+|00)86(?=[2-9])/, '0');
}

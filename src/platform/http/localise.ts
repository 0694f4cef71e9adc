import type { LocalizedText } from '../../kernel/text.js';

/** Replaces every bilingual text in a value by the text in the reader's language. */
export function localise(value: unknown, language: 'zh-CN' | 'en'): unknown {
  if (Array.isArray(value)) return value.map((item) => localise(item, language));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (isText(value)) return language === 'en' ? value.en : value.zh;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localise(item, language)]));
}

function isText(value: object): value is LocalizedText {
  return 'zh' in value && 'en' in value && Object.keys(value).length === 2;
}

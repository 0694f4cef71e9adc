import type { LocalizedText } from '../../kernel/text.js';

/** Replaces every bilingual text in a value by the text in the reader's language. What holds none is handed back as it is. */
export function localise(value: unknown, language: 'zh-CN' | 'en'): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (isText(value)) return language === 'en' ? value.en : value.zh;
  if (Array.isArray(value)) return localiseList(value, language);
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record);
  const localised = keys.map((key) => localise(record[key], language));
  return keys.some((key, index) => record[key] !== localised[index]) ? Object.fromEntries(keys.map((key, index) => [key, localised[index]])) : value;
}

function localiseList(list: readonly unknown[], language: 'zh-CN' | 'en'): readonly unknown[] {
  const localised = list.map((item) => localise(item, language));
  return localised.some((item, index) => item !== list[index]) ? localised : list;
}

function isText(value: object): value is LocalizedText {
  return 'zh' in value && 'en' in value && Object.keys(value).length === 2;
}

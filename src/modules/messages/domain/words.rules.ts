import { localOf } from '../../../kernel/clock/index.js';
import type { LocalizedText } from '../../../kernel/text.js';

export type Language = 'zh' | 'en';

/** What one message says outside the system: names of kinds, numbers and dates, which name nobody. */
export interface Line {
  readonly label: LocalizedText;
  readonly number: string | null;
  readonly clock: LocalizedText | null;
  readonly due: Date | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const WORDS = {
  zh: { sender: '知衡', sign: '请登录系统查看。', more: (count: number) => `另有${count}条。`, many: (count: number) => `${count}条未读消息`, due: '期限', code: '验证码', codeText: (code: string, minutes: number) => `验证码 ${code}，${minutes}分钟内有效。如非本人操作，请忽略。`, stop: '在“消息设置”中可以更改接收方式。' },
  en: { sender: 'Zhiheng', sign: 'Please log in to see more.', more: (count: number) => `And ${count} more.`, many: (count: number) => `${count} unread messages`, due: 'due', code: 'Code', codeText: (code: string, minutes: number) => `Code ${code}, valid for ${minutes} minutes. If you did not ask for it, ignore it.`, stop: 'How you are told can be changed in the message settings.' },
} as const;

/** A mail: one line for each message, so many at most. */
export function mailOf(lines: readonly Line[], most: number, language: Language): Letter {
  const { sender, sign, more, many, stop } = WORDS[language];
  const [first] = lines;
  const about = lines.length === 1 && first !== undefined ? lineOf(first, language) : many(lines.length);
  const rest = lines.length - most;
  const body = [...lines.slice(0, most).map((line) => `· ${lineOf(line, language)}`), ...(rest > 0 ? [more(rest)] : []), '', sign, stop];
  return { subject: `[${sender}] ${about}`, text: body.join('\n') };
}

/** A short message: the first line, and how many there are. */
export function shortOf(lines: readonly Line[], language: Language): string {
  const { sender, sign, many } = WORDS[language];
  const [first] = lines;
  const about = lines.length === 1 && first !== undefined ? lineOf(first, language) : many(lines.length);
  return `[${sender}] ${about}${language === 'zh' ? '。' : '. '}${sign}`;
}

export function codeLetter(code: string, minutes: number, language: Language): Letter {
  const { sender, code: title, codeText } = WORDS[language];
  return { subject: `[${sender}] ${title}`, text: `[${sender}] ${codeText(code, minutes)}` };
}

function lineOf({ label, number, clock, due }: Line, language: Language): string {
  const parts = [number, clock?.[language] ?? null, due === null ? null : `${WORDS[language].due} ${localOf(due).day}`].filter((part) => part !== null);
  return parts.length === 0 ? label[language] : `${label[language]}${language === 'zh' ? '：' : ': '}${parts.join(language === 'zh' ? '，' : ', ')}`;
}

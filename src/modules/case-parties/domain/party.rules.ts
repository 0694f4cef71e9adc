import type { LocalizedText } from '../../../kernel/text.js';

/** A witness is named by the role alone: who it is stands with the evidence. */
export const PARTY_ROLES = ['complainant-right-holder', 'respondent', 'agent', 'platform', 'third-party', 'witness'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export interface Power {
  readonly matters: string;
  readonly scope: string;
  readonly validUntil: string | null;
  readonly signed: boolean;
}

export interface PartyWarning {
  readonly path: string;
  readonly code: string;
  readonly text: LocalizedText;
}

/** What somebody who deals with a party on that day (YYYY-MM-DD) should look at. Nothing is refused because of it. */
export function partyWarnings({ role, powerOfAttorney: power }: { readonly role: string; readonly powerOfAttorney: Power | null }, day: string): PartyWarning[] {
  if (role !== 'agent') return [];
  if (power === null) return [warning('party.no-power-of-attorney', '未提交授权委托书', 'No power of attorney was handed in')];
  return [
    ...(power.signed ? [] : [warning('party.power-unsigned', '授权委托书未签名或盖章', 'The power of attorney is not signed')]),
    ...(power.validUntil !== null && power.validUntil < day ? [warning('party.power-ended', `授权委托已于 ${power.validUntil} 到期`, `The power of attorney ended on ${power.validUntil}`)] : []),
  ];
}

function warning(code: string, zh: string, en: string): PartyWarning {
  return { path: 'powerOfAttorney', code, text: { zh, en } };
}

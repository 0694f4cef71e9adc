import type { Complaint } from './complaint.entity.js';

/** What a submission says, by the path of its field; who says it is compared by digest only. */
const FIELDS = {
  requestType: 'requestType', region: 'region', targetName: 'target.name', targetUscc: 'target.uscc', targetAddress: 'target.address', rightType: 'right.type', rightNumber: 'right.number', rightDetail: 'right',
  facts: 'facts', disputeFacts: 'dispute.facts', claims: 'claims', asks: 'asks', venue: 'venue', amounts: 'amounts', priorProceedings: 'priorProceedings', bothWilling: 'bothWilling', actDate: 'actDate',
  related: 'relatedNumbers', hotlineReceivedAt: 'hotlineReceivedAt', receivedAt: 'receivedAt', db44Node: 'db44Node', consentPublish: 'consentPublish', consentEntrustedMediation: 'consentEntrustedMediation', realName: 'realName',
} as const satisfies Partial<Record<keyof Complaint, string>>;

/** Paths of the fields that differ. Where none does, what changed is who filed it. */
export function changedFields(before: Pick<Complaint, keyof typeof FIELDS>, now: Pick<Complaint, keyof typeof FIELDS>): string[] {
  const changed = Object.entries(FIELDS).flatMap(([field, path]) => (same(before[field as keyof typeof FIELDS], now[field as keyof typeof FIELDS]) ? [] : [path]));
  return changed.length > 0 ? changed : ['reporter'];
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  return `{${Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${key}:${canonical(member)}`).join()}}`;
}

import type { Basis, LocalizedText } from '../../../kernel/text.js';

export type ServiceMode = 'personal' | 'lien' | 'electronic' | 'postal' | 'entrusted' | 'transferred' | 'public-notice' | 'told';

/** What may stand as proof of service. */
export interface ServiceProof {
  readonly receivedBy?: string;
  readonly leftAtConfirmedAddress?: boolean;
  readonly refusal?: string;
  readonly witnesses?: readonly string[];
  readonly recordings?: readonly string[];
  readonly channel?: string;
  readonly trackingNumber?: string;
  readonly returned?: boolean;
  readonly through?: string;
  readonly notice?: string;
}

export type ProofField = keyof ServiceProof;

/** One way of serving: a mode may have several, each with a proof of its own. */
export interface ServiceWay {
  readonly mode: ServiceMode;
  readonly way: string;
  readonly label: LocalizedText;
  /** Everything that proves it. */
  readonly needs: readonly ProofField[];
  /** How many serve it at least. */
  readonly servers: 1 | 2;
  /** It rests on a signed confirmation of the address: to serve there at all, or to serve electronically. */
  readonly confirmed?: 'address' | 'electronic';
  /** Kinds of documents that it is open to; left out: all. */
  readonly kinds?: readonly string[];
  /** Which day counts. */
  readonly day: LocalizedText;
  readonly basis: Basis;
}

/** What is read, under the locks, of a document that is about to be served. */
export interface Serving {
  readonly document: { readonly id: string; readonly kind: string; readonly subjectId: string; readonly caseId: string | null; readonly issuedOn: string; readonly withdrawn: boolean } | null;
  /** Entry of the recipient in the case. */
  readonly party: { readonly id: string; readonly live: boolean } | null;
  readonly served: boolean;
  readonly confirmation: { readonly channels: readonly string[] } | null;
  /** Announcement of this document to this recipient, once its period is over. */
  readonly notice: { readonly servedOn: string } | null;
  /** Day of service and today, YYYY-MM-DD, Asia/Shanghai. */
  readonly servedOn: string;
  readonly today: string;
}

/** The first way of the mode that the proof is whole for. The special ways of a mode stand before the general one. */
export function wayOf(ways: readonly ServiceWay[], mode: string, proof: ServiceProof): ServiceWay | undefined {
  return ways.find((way) => way.mode === mode && way.needs.every((field) => given(proof[field])));
}

/** What each way of the mode still lacks. */
export function lacking(ways: readonly ServiceWay[], mode: string, proof: ServiceProof): { way: string; label: LocalizedText; missing: ProofField[] }[] {
  return ways.filter((way) => way.mode === mode).map(({ way, label, needs }) => ({ way, label, missing: needs.filter((field) => !given(proof[field])) }));
}

/** Why a proof that is whole does not do; null where it does. */
export function shortfall(way: ServiceWay, { proof, servers, serving }: { proof: ServiceProof; servers: readonly string[]; serving: Serving }): string | null {
  if (new Set(servers).size < way.servers) return 'servers';
  if (way.kinds?.includes(serving.document?.kind ?? '') === false) return 'mode-not-open-to-document';
  return confirmationShortfall(way, proof, serving) ?? (way.mode === 'public-notice' ? noticeShortfall(serving) : null);
}

function confirmationShortfall(way: ServiceWay, proof: ServiceProof, serving: Serving): string | null {
  if (way.confirmed === 'address' && serving.confirmation === null) return 'address-not-confirmed';
  if (way.confirmed === 'electronic' && serving.confirmation?.channels.includes(proof.channel ?? '') !== true) return 'electronic-not-agreed';
  return null;
}

function noticeShortfall({ notice, servedOn }: Serving): string | null {
  if (notice === null) return 'notice-period-not-over';
  return notice.servedOn === servedOn ? null : 'served-on-another-day';
}

function given(value: ServiceProof[ProofField]): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value === true;
}

import type { Guard } from '../../../kernel/lifecycle/index.js';
import { lacking, shortfall, wayOf, type ServiceProof, type ServiceWay, type Serving } from './service.rules.js';

export interface ServiceFacts {
  readonly row: { readonly id: string };
  readonly input: Readonly<Record<string, unknown>>;
}

const PROCEDURE = '市场监督管理行政处罚程序规定';

/** Guards of a command that serves a document of its proceeding. The command gathers with `DocumentServices.serving`. */
export function serviceGuards(ways: readonly ServiceWay[]): Readonly<Record<'document-is-of-this-proceeding' | 'recipient-is-party' | 'mode-has-its-proof' | 'served-in-time', Guard<ServiceFacts>>> {
  return {
    'document-is-of-this-proceeding': {
      code: 'service.document-unfit', onInput: true, text: { zh: '文书不是本程序制发的，已经撤回，或者已向该受送达人送达', en: 'The document was not issued by this proceeding, was withdrawn, or was served on this recipient already' },
      holds: ({ row, input }) => documentFault(row.id, servingOf(input)) === null,
      details: ({ row, input }) => ({ reason: documentFault(row.id, servingOf(input)) }),
    },
    'recipient-is-party': {
      code: 'service.recipient-unfit', onInput: true, text: { zh: '受送达人不是本案当事人', en: 'The recipient does not stand in the case' },
      holds: ({ input }) => servingOf(input)?.party?.live === true,
    },
    'mode-has-its-proof': {
      code: 'service.proof-missing', onInput: true, text: { zh: '该送达方式缺少其法定证明', en: 'The mode of service lacks its proof' }, basis: { source: PROCEDURE, article: '第八十二条、第八十三条', status: 'verified' },
      holds: ({ input }) => proofFault(ways, input) === null,
      details: ({ input }) => ({ reason: proofFault(ways, input), ways: lacking(ways, String(input['mode']), proofOf(input)), ...(servingOf(input)?.notice ?? {}) }),
    },
    'served-in-time': {
      code: 'service.day-impossible', onInput: true, text: { zh: '送达日期早于制发日期，或者尚未到来', en: 'The day of service lies before the document, or ahead' },
      holds: ({ input }) => dayFits(servingOf(input)),
    },
  };
}

/** The document served is of these kinds. */
export function servesKind(...kinds: readonly string[]): Guard<ServiceFacts> {
  return {
    code: 'service.other-document', onInput: true, text: { zh: '此步骤送达的是另一种文书', en: 'This step serves a document of another kind' },
    holds: ({ input }) => kinds.includes(servingOf(input)?.document?.kind ?? ''),
    details: () => ({ kinds }),
  };
}

function documentFault(subjectId: string, serving: Serving | null): string | null {
  const document = serving?.document ?? null;
  if (document === null || document.subjectId !== subjectId) return 'not-of-this-proceeding';
  if (document.withdrawn) return 'withdrawn';
  return serving?.served === true ? 'served-already' : null;
}

function proofFault(ways: readonly ServiceWay[], input: ServiceFacts['input']): string | null {
  const serving = servingOf(input);
  const way = wayOf(ways, String(input['mode']), proofOf(input));
  if (way === undefined || serving === null) return 'proof-incomplete';
  return shortfall(way, { proof: proofOf(input), servers: serversOf(input), serving });
}

function dayFits(serving: Serving | null): boolean {
  return serving !== null && serving.document !== null && serving.document.issuedOn <= serving.servedOn && serving.servedOn <= serving.today;
}

function servingOf(input: ServiceFacts['input']): Serving | null {
  return (input['serving'] as Serving | undefined) ?? null;
}

function proofOf(input: ServiceFacts['input']): ServiceProof {
  return (input['proof'] as ServiceProof | undefined) ?? {};
}

function serversOf(input: ServiceFacts['input']): readonly string[] {
  return Array.isArray(input['servers']) ? (input['servers'] as string[]) : [];
}

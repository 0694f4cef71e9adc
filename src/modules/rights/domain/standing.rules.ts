import type { Basis, LocalizedText } from '../../../kernel/text.js';
import { holdsOn, type Holder, type Licence, type PartyRef } from './right.rules.js';

export interface Chain {
  readonly rightType: string;
  readonly holders: readonly Holder[];
  readonly licences: readonly Licence[];
}

export interface Standing {
  /** `if-holder-does-not`: only where the holder makes no request itself. */
  readonly entitled: 'yes' | 'no' | 'if-holder-does-not';
  readonly as: 'owner' | 'heir' | 'exclusive' | 'sole' | 'ordinary' | 'none';
  readonly text: LocalizedText;
  readonly basis: Basis;
  /** Licences from the claimant's up to the holder's. */
  readonly licences: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly text: LocalizedText; readonly basis: Basis }[];
}

const ORDER_81 = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const JOINT: Basis = { source: '专利法（2020）', article: '第十四条第二款', status: 'verified' };
const SUBLICENCE: Basis = { source: '专利法（2020）', article: '第十二条', status: 'verified' };

/**
 * Who may ask for a decision on infringement (令81 第十二条): the holder, its heir, the exclusive licensee alone, the sole licensee
 * where the holder does not ask, the ordinary licensee where contract or holder lets it. The order speaks of patents; for
 * other rights the same reading is given as unverified. `holderRequests`: whether the holder asks itself, where that is known.
 */
export function standingOf(right: Chain, claimant: PartyRef, day: string, holderRequests?: boolean): Standing {
  const basis = basisFor(right.rightType);
  const held = right.holders.filter((holder) => same(holder.party, claimant) && holdsOn(holder, day));
  if (held.length > 0) return asHolder(right, held, day, basis);
  const licensed = right.licences.filter((licence) => same(licence.licensee, claimant)).map((licence) => asLicensee(right, licence, day, basis, holderRequests));
  const best = licensed.sort((one, other) => RANK[one.entitled] - RANK[other.entitled])[0];
  return best ?? { entitled: 'no', as: 'none', licences: [], warnings: [], basis, text: { zh: '登记簿上不是该权利的权利人、继承人或被许可人', en: 'On the register it is neither holder, heir nor licensee of the right on that day' } };
}

const RANK = { yes: 0, 'if-holder-does-not': 1, no: 2 } as const;

function basisFor(rightType: string): Basis {
  if (rightType === 'patent') return { source: ORDER_81, article: '第十二条第二款', status: 'verified' };
  return { source: ORDER_81, article: '参照第十二条第二款', status: 'unverified', note: '该条针对专利；其他权利类型的请求人资格依其专门法，未核实' };
}

function asHolder({ holders }: Chain, held: readonly Holder[], day: string, basis: Basis): Standing {
  const as = held.some(({ capacity }) => capacity === 'owner') ? 'owner' : 'heir';
  const others = holders.filter((holder) => holdsOn(holder, day) && !held.some(({ party }) => same(party, holder.party)));
  const warnings = others.length === 0 ? [] : [{ code: 'standing.joint-holders', basis: JOINT, text: { zh: '权利共有：除另有约定外，行使权利应取得全体共有人同意', en: 'There are other holders: unless they agreed otherwise, all must consent' } }];
  const text = as === 'owner' ? { zh: '权利人，可以提出请求', en: 'The holder may ask' } : { zh: '合法继承人，可以提出请求', en: 'A lawful heir may ask' };
  return { entitled: 'yes', as, licences: [], warnings, basis, text };
}

function asLicensee(right: Chain, licence: Licence, day: string, basis: Basis, holderRequests: boolean | undefined): Standing {
  const { licences, broken } = chainOf(right, licence, day);
  const warnings = licences.length < 2 ? [] : [{ code: 'standing.sub-licence', basis: SUBLICENCE, text: { zh: '分许可：请核对上一级许可合同是否允许再许可', en: 'A licence under a licence: check that the contract above allows it' } }];
  const all = { as: licence.kind, licences, warnings, basis };
  if (broken !== null) return { ...all, entitled: 'no', text: broken };
  if (licence.kind === 'exclusive') return { ...all, entitled: 'yes', text: { zh: '独占被许可人，可以单独提出请求', en: 'The exclusive licensee may ask alone' } };
  if (licence.mayActAlone) return { ...all, entitled: 'yes', text: { zh: '合同约定或经权利人另行授权，可以单独提出请求', en: 'Contract or holder lets the licensee ask alone' } };
  if (licence.kind === 'ordinary') return { ...all, entitled: 'no', text: { zh: '普通被许可人，无约定或授权不得单独提出请求', en: 'An ordinary licensee does not ask alone unless contract or holder lets it' } };
  return { ...all, ...soleLicensee(holderRequests) };
}

function soleLicensee(holderRequests: boolean | undefined): Pick<Standing, 'entitled' | 'text'> {
  if (holderRequests === true) return { entitled: 'no', text: { zh: '权利人已提出请求，排他被许可人不得另行单独请求', en: 'The holder asks itself, so that the sole licensee does not ask alone' } };
  const entitled = holderRequests === false ? 'yes' : 'if-holder-does-not';
  return { entitled, text: { zh: '排他被许可人，在权利人不请求的情况下可以单独提出请求', en: 'The sole licensee may ask alone where the holder does not' } };
}

/**
 * From a licence up to a holder. Every step must hold on the day, and each licensor must be who the step above says. The
 * topmost licensor must have held the right when the licence began: a transfer afterwards leaves the licence standing.
 */
function chainOf(chain: Chain, licence: Licence, day: string): { licences: string[]; broken: LocalizedText | null } {
  const passed: string[] = [];
  for (let step: Licence | undefined = licence; step !== undefined; step = above(chain, step)) {
    const current: Licence = step;
    if (passed.includes(current.id)) return { licences: passed, broken: { zh: '许可链循环，请更正登记', en: 'The licences stand under each other in a circle: correct the register' } };
    passed.push(current.id);
    const broken = brokenAt(chain, current, day);
    if (broken !== null) return { licences: passed, broken };
  }
  return { licences: passed, broken: null };
}

function above({ licences }: Chain, { under }: Licence): Licence | undefined {
  return under === null ? undefined : licences.find(({ id }) => id === under);
}

function brokenAt(chain: Chain, licence: Licence, day: string): LocalizedText | null {
  if (!holdsOn(licence, day)) return { zh: '该日许可尚未开始或已经结束', en: 'On that day a licence of the chain had not begun or had ended' };
  const { under, licensor, from } = licence;
  if (under === null) return holderOn(chain.holders, licensor, from ?? day) ? null : { zh: '许可开始时许可人不是登记的权利人', en: 'The licensor was no holder when the licence began' };
  const next = above(chain, licence);
  return next !== undefined && same(next.licensee, licensor) ? null : { zh: '上级许可不存在，或其被许可人不是本许可的许可人', en: 'The licence above is not there, or its licensee is not the licensor here' };
}

function holderOn(holders: readonly Holder[], party: PartyRef, day: string): boolean {
  return holders.some((holder) => same(holder.party, party) && holdsOn(holder, day));
}

function same(one: PartyRef, other: PartyRef): boolean {
  return one.organisation === undefined ? one.person !== undefined && one.person === other.person : one.organisation === other.organisation;
}

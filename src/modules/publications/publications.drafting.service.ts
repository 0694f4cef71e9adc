import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { checkIdentifier } from '../../kernel/identifiers/index.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { anyOpening, type Opening } from '../../platform/workflow/workflow.js';
import { formOfDocument } from '../documents/index.js';
import { AGENCIES } from '../identity/index.js';
import { CLASS_RULES, displayClass } from './data/display-classes.data.js';
import { FULL_AGE, HOME_PROVINCE, PROFILES, SECRET_RIGHTS, type Profile } from './data/profiles.data.js';
import { displayClassOf } from './domain/display.rules.js';
import { renderDocument } from './domain/rendering.rules.js';
import type { Publication, ShownParty } from './publication.entity.js';
import { PUBLICATION } from './publication.subject.js';
import { Redactions, type Given } from './publications.redaction.service.js';

/** Makes the id of a publication from the document: the same job twice opens one. */
const NAMESPACE = '0c0bb8a9-60a5-5f0b-8f8e-6a9a5d0a8f36';
const CLAIMS = systemClaims('publications');

const DECISION: Statement = {
  name: 'publication-decision',
  text: `SELECT d.id, d.kind, d.kind_from AS "kindFrom", d.variant, d.number, d.agency, d.signer, d.region, d.case_id AS "caseId", d.data, d.issued_by AS "issuedBy", d.issued_at AS "issuedAt", p.members, p.state, f.right_type AS "rightType", f.assignee,
           (SELECT min(s.served_at) FROM service_record s WHERE s.document_id = d.id) AS "servedAt", (SELECT b.id FROM publication b WHERE b.document_id = d.id) AS known
         FROM official_document d JOIN proceeding p ON p.id = d.subject_id JOIN case_file f ON f.id = d.case_id
         WHERE d.subject_type = $1 AND d.subject_id = $2 AND d.kind = ANY($3::text[]) AND d.withdrawn_at IS NULL ORDER BY d.id DESC LIMIT 1`,
};
const PARTIES: Statement = {
  name: 'publication-parties',
  text: `SELECT c.id, o.name, o.uscc, o.address, o.region, n.label FROM case_party c LEFT JOIN organisation o ON o.id = c.organisation_id LEFT JOIN person n ON n.id = c.person_id WHERE c.case_id = $1 ORDER BY c.id LIMIT 500`,
};

interface Decision {
  readonly id: string;
  readonly kind: string;
  readonly kindFrom: string;
  readonly variant: string | null;
  readonly number: string | null;
  readonly agency: string;
  readonly signer: string;
  readonly region: string;
  readonly caseId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly members: readonly { readonly account: string }[];
  readonly state: string;
  readonly rightType: string;
  readonly assignee: string | null;
  readonly servedAt: Date | null;
  readonly known: string | null;
}

interface Party {
  readonly id: string;
  readonly name: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly region: string | null;
  readonly label: string | null;
}

/** The draft of a served decision, or the record of why there is none. */
export interface Drafted {
  readonly command: 'draft' | 'leave-out';
  readonly state: string;
  readonly opening: Opening;
}

/** Makes drafts from the records of served documents. */
@Injectable()
export class PublicationDrafts {
  constructor(
    private readonly database: Database,
    private readonly redactions: Redactions,
  ) {}

  /** Null where nothing was decided that is published, or it is there already. */
  async of(subjectType: string, subjectId: string): Promise<Drafted | null> {
    const kinds = PROFILES.flatMap(({ document }) => (document === null ? [] : [document]));
    const [found] = await this.database.read<Decision & object>(CLAIMS, DECISION, [subjectType, subjectId, kinds]);
    if (found === undefined || found.known !== null) return null;
    const profile = PROFILES.find(({ document }) => document === found.kind);
    if (profile === undefined) return null;
    const parties = (await this.database.read<Party & object>(CLAIMS, PARTIES, [found.caseId])).filter(({ id }) => mentioned(found.data, id));
    const exemption = await this.exemption(found, profile, parties);
    const row = await this.row(found, profile, parties, { subjectType, subjectId, exemption });
    const command = exemption === null ? 'draft' : 'leave-out';
    const data = { profile: profile.code, document: found.id, number: found.number, exemption, told: found.servedAt?.toISOString() ?? null };
    return { command, state: found.state, opening: anyOpening<Publication>({ subject: PUBLICATION, command, row, input: {}, data, triggers: { 'penalty.publication-push': found.issuedAt } }) };
  }

  /** What approval looks at again. */
  async given({ caseId, number, documentId, parties }: Pick<Publication, 'caseId' | 'number' | 'documentId' | 'parties'>): Promise<Given> {
    const all = caseId === null || documentId === null ? [] : await this.database.read<Party & object>(CLAIMS, PARTIES, [caseId]);
    const names = parties.map(({ name }) => name);
    return givenOf(caseId, number, all.filter(({ name }) => name !== null && names.includes(name)), names, []);
  }

  private async row(found: Decision, profile: Profile, parties: readonly Party[], { subjectType, subjectId, exemption }: { subjectType: string; subjectId: string; exemption: string | null }): Promise<Opening<Publication>['row']> {
    const { id, number, agency, region, caseId, issuedBy, issuedAt, members, assignee, servedAt } = found;
    const { original, spans } = exemption === null ? await this.text(found, profile, parties) : { original: '', spans: [] };
    const penalties = penaltiesOf(found.data);
    const classCode = profile.displayClass ?? displayClassOf({ penalties, band: null, person: false, field: null }, CLASS_RULES);
    return {
      id: v5(id, NAMESPACE), agency, region, profile: profile.code, shelf: profile.shelf, caseId, subjectType, subjectId, documentId: id, number, title: formOfDocument(found).title.zh, decidedOn: legalDay(issuedAt), parties: parties.map(shownParty),
      otherProvince: parties.some(elsewhere), original, spans, published: null, displayClass: exemption === null ? classCode : 'none', displayClock: null, restricted: displayClass(classCode).restriction === true, restrictedUntil: null,
      handlers: [...new Set([...members.map(({ account }) => account), issuedBy, ...(assignee === null ? [] : [assignee])])], toldAt: profile.told === null ? null : servedAt, preparedBy: null, approvedBy: null, publishedBy: null, publishedAt: null, restoredAt: null, exemption, reason: null,
    };
  }

  private async text(found: Decision, profile: Profile, parties: readonly Party[]): Promise<Pick<Publication, 'original' | 'spans'>> {
    const { number, signer, issuedAt, data, caseId, rightType } = found;
    const names = new Map(parties.map((party) => [party.id, nameOf(party)]));
    const { text, places } = renderDocument({ title: formOfDocument(found).title.zh, number, data, signer: nameOfAgency(signer), day: legalDay(issuedAt), names, told: profile.told }, profile);
    const secret = new Set(SECRET_RIGHTS.includes(rightType) ? profile.fields.filter((field) => field.secret === true).map(({ name }) => name) : []);
    const given = givenOf(caseId, number, parties, parties.map((party) => shownParty(party).name), places.filter(({ name }) => secret.has(name)), typeof data['patent'] === 'string' ? data['patent'] : '');
    return { original: text, spans: await this.redactions.proposed(text, given) };
  }

  private async exemption({ data, issuedAt }: Decision, { displayClass: fixed }: Profile, parties: readonly Party[]): Promise<string | null> {
    if (fixed === null && displayClassOf({ penalties: penaltiesOf(data), band: null, person: false, field: null }, CLASS_RULES) === 'none') return 'warning-only';
    for (const { id, label } of parties) if (label !== null && (await this.isMinor(id, issuedAt))) return 'minor-party';
    return null;
  }

  private async isMinor(partyId: string, at: Date): Promise<boolean> {
    const number = (await this.redactions.identity(partyId))?.documentNumber;
    const birth = number === undefined ? undefined : checkIdentifier('resident_id', number).parts?.['birth'];
    if (birth === undefined) return false;
    const [year = '', ...rest] = birth.split('-');
    return legalDay(at) < [String(Number(year) + FULL_AGE), ...rest].join('-');
  }
}

function givenOf(caseId: string | null, number: string | null, parties: readonly Party[], shownNames: readonly string[], secretPlaces: Given['secretPlaces'], patent = ''): Given {
  const known = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);
  return { caseId, shownNames, secretPlaces, keep: { creditCodes: known(parties.map(({ uscc }) => uscc)), addresses: known(parties.map(({ address }) => address)), numbers: [...known([number]), ...(patent === '' ? [] : [patent])] } };
}

function mentioned(data: unknown, id: string): boolean {
  return JSON.stringify(data).includes(`"${id}"`);
}

function penaltiesOf(data: Readonly<Record<string, unknown>>): { kind: string; amount?: number }[] {
  return Array.isArray(data['penalties']) ? (data['penalties'] as { kind: string; amount?: number }[]) : [];
}

function shownParty({ name, label, uscc }: Party): ShownParty {
  return { name: name ?? label ?? '', uscc };
}

/** The name, and behind it the code of an organisation. */
function nameOf({ name, label, uscc }: Party): string {
  return `${name ?? label ?? ''}${uscc === null ? '' : `（统一社会信用代码：${uscc}）`}`;
}

function elsewhere({ region, uscc }: Party): boolean {
  // Fengxi has no code of its own and lies in this province.
  const place = region === null ? uscc?.slice(2, 8) : /^\d/.test(region) ? region : undefined;
  return place !== undefined && !place.startsWith(HOME_PROVINCE);
}

function nameOfAgency(code: string): string {
  const agency = AGENCIES.find((one) => one.code === code);
  return agency?.currentName?.zh ?? agency?.name.zh ?? code;
}


import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Common } from './domain/resolution.rules.js';

@Entity('infringer_key', { comment: 'What accused parties have in common with others, as keyed digests. Derived: made again from registers, cases and marks' })
@Index('infringer_key_value', ['field', 'hash', 'node'])
@Index('infringer_key_node', ['node'])
export class InfringerKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'infringer_key_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Accused party: organisation or person' })
  node: string;

  @Column('text', { comment: 'What it is: organisation-code, shop, identity-document, phone, address, legal-representative or name' })
  field: string;

  @Column('text', { comment: 'Keyed digest of the normal form' })
  hash: string;

  @Column('text', { comment: 'What may be shown of it: masked where it is about a person' })
  shown: string;

  @Column('text', { comment: 'register, complaint or officer' })
  source: string;

  @Column('uuid', { nullable: true, comment: 'Case in which it stands; null for the register' })
  caseId: string | null;
}

@Entity('infringer_node', { comment: 'Accused parties of cases, each with its cluster. Derived' })
@Index('infringer_node_cluster', ['clusterId'])
export class InfringerNode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'infringer_node_pk', comment: 'Organisation or person' })
  id: string;

  @Column('text', { comment: 'organisation or person' })
  kind: string;

  @Column('text', { comment: 'Name of the organisation; masked name of a person' })
  name: string;

  @Column('text', { nullable: true, comment: 'Unified social credit code' })
  uscc: string | null;

  @Column('uuid', { comment: 'Cluster: the least id among its parties' })
  clusterId: string;

  @Column('uuid', { array: true, comment: 'Cases in which it stands accused' })
  caseIds: string[];

  @Column('text', { array: true, comment: 'Agencies with a case of it' })
  ownAgencies: string[];

  @Column('text', { array: true, comment: 'Agencies with a case of the cluster, which see it' })
  agencies: string[];

  @Column('integer', { comment: 'Version of the register entry that was looked at' })
  registerVersion: number;

  @Column('text', { comment: 'Version of the rules under which it was looked at' })
  rules: string;

  @Column('timestamp with time zone', { comment: 'When it was looked at' })
  resolvedAt: Date;
}

@Entity('infringer_cluster', { comment: 'Accused parties that may be one: connected by links that stand. Derived' })
@Index('infringer_cluster_cases', ['cases', 'id'])
export class InfringerCluster {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'infringer_cluster_pk', comment: 'The least id among its parties' })
  id: string;

  @Column('text', { comment: 'Name of the party with that id' })
  name: string;

  @Column('integer', { comment: 'Parties' })
  members: number;

  @Column('integer', { comment: 'Cases, each once' })
  cases: number;

  @Column('text', { array: true, comment: 'Agencies with a case of it, which see it' })
  agencies: string[];

  @Column('timestamp with time zone', { comment: 'When it was put together' })
  resolvedAt: Date;
}

@Entity('infringer_link', { comment: 'Two accused parties that may be one, with what speaks for it. Derived' })
@Index('infringer_link_a', ['a'])
@Index('infringer_link_b', ['b'])
export class InfringerLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'infringer_link_pk', comment: 'Derived from the two parties: the same after every calculation' })
  id: string;

  @Column('uuid', { comment: 'Party with the lesser id' })
  a: string;

  @Column('uuid', { comment: 'The other party' })
  b: string;

  @Column('integer', { comment: 'Strength, percent' })
  strength: number;

  @Column('boolean', { comment: 'It holds parties together; false where a person removed it' })
  standing: boolean;

  @Column('text', { comment: 'Version of the rules' })
  rules: string;

  @Column('jsonb', { comment: 'What they have in common: field, weight, digest, what may be shown, and where each side has it from' })
  signals: readonly Common[];

  @Column('text', { array: true, comment: 'Agencies with a case of either side, which see it' })
  agencies: string[];
}

@Entity('infringer_mark', { comment: 'What officers found out about an accused party in a case: telephone, legal representative, shop, address. Kept as digests, never in clear' })
@Index('infringer_mark_party', ['partyId', 'id'])
@Index('infringer_mark_case', ['caseId', 'id'])
export class InfringerMark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'infringer_mark_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Entry of the respondent in the case' })
  partyId: string;

  @Column('text', { comment: 'What it is' })
  field: string;

  @Column('text', { comment: 'Keyed digest of the normal form' })
  hash: string;

  @Column('text', { comment: 'What may be shown of it: masked' })
  shown: string;

  @Column('text', { comment: 'Where it was found, in words' })
  foundIn: string;

  @Column('timestamp with time zone', { comment: 'When it was written down' })
  recordedAt: Date;

  @Column('text', { comment: 'Account that wrote it down' })
  recordedBy: string;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was struck out' })
  struckAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that struck it out' })
  struckBy: string | null;

  @Column('text', { nullable: true, comment: 'Why it was struck out' })
  struckReason: string | null;
}

@Entity('infringer_separation', { comment: 'Links that a person removed, with the reason. They stay removed whatever is calculated' })
@Index('infringer_separation_pair', { synchronize: false })
@Index('infringer_separation_newest', ['id', 'state'])
export class InfringerSeparation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'infringer_separation_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that removed it' })
  agency: string;

  @Column('text', { array: true, comment: 'Agencies that saw the link, which see this' })
  agencies: string[];

  @Column('uuid', { comment: 'Party with the lesser id' })
  a: string;

  @Column('uuid', { comment: 'The other party' })
  b: string;

  @Column('integer', { comment: 'Strength that it had, percent' })
  strength: number;

  @Column('text', { comment: 'Why it was removed' })
  reason: string;

  @Column('text', { nullable: true, comment: 'Why it was put back' })
  backReason: string | null;
}

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('agency', { comment: 'Agencies and units of the city, from the responsibility table, with current names' })
export class Agency {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'agency_pk', comment: 'Stable code' })
  code: string;

  @Column('text', { nullable: true, comment: 'Superior agency' })
  parent: string | null;

  @Column('text', { comment: 'city, county or local-unit …' })
  level: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('jsonb', { comment: 'Names, kind, name of 2021, status and notes' })
  profile: unknown;
}

@Entity('region', { comment: 'Regions of the city: GB/T 2260 codes and local units without one' })
export class Region {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'region_pk', comment: 'Code' })
  code: string;

  @Column('text', { nullable: true, comment: 'Region above' })
  parent: string | null;

  @Column('jsonb', { comment: 'Names, level, note, source and status' })
  profile: unknown;
}

@Entity('competence', { comment: 'Which agency may do what, by right type and region' })
export class Competence {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competence_pk', comment: 'Agency, role and matter in one key' })
  id: string;

  @Column('text', { comment: 'Agency code' })
  agency: string;

  @Column('jsonb', { comment: 'Role, right types, level, region scope, basis, measures' })
  profile: unknown;
}

@Entity('measure', { comment: 'The 25 measures of 2021 with the agencies answerable for them' })
export class Measure {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'measure_pk', comment: 'Number in the document, 1 to 25' })
  number: number;

  @Column('jsonb', { comment: 'Title, chapter, wording, lead and supporting agencies, defects of the printed table' })
  profile: unknown;
}

@Entity('account', { comment: 'People and systems that may log in' })
@Unique('account_login_key', ['login'])
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pk', comment: 'UUIDv7; the actor in the ledger' })
  id: string;

  @Column('text', { comment: 'person or client' })
  kind: string;

  @Column('text', { comment: 'Login name or client id' })
  login: string;

  @Column('text', { comment: 'argon2id hash of the password or client secret' })
  secretHash: string;

  @Column('text', { array: true, comment: 'Role codes' })
  roles: string[];

  @Column('text', { comment: 'Agency that the account belongs to' })
  agency: string;

  @Column('text', { array: true, nullable: true, comment: 'Regions that the account is confined to; null for no limit' })
  regions: string[] | null;

  @Column('integer', { comment: 'Failed log-ins in a row' })
  failures: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'Locked until then' })
  lockedUntil: Date | null;

  @Column('boolean', { comment: 'May log in' })
  active: boolean;

  @Column('timestamp with time zone', { nullable: true, comment: 'When an administrator switched it off' })
  deactivatedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that switched it off' })
  deactivatedBy: string | null;

  @Column('boolean', { comment: 'Demonstration account: refused in production' })
  demo: boolean;

  @Column('timestamp with time zone', { comment: 'When it was made' })
  createdAt: Date;
}

@Entity('refresh_token', { comment: 'Refresh tokens by digest; each is used once, reuse ends the whole family' })
@Unique('refresh_token_digest_key', ['digest'])
@Index('refresh_token_family', ['family'])
export class RefreshToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'refresh_token_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Account' })
  accountId: string;

  @Column('uuid', { comment: 'Tokens that follow from one log-in' })
  family: string;

  @Column('text', { comment: 'SHA-256 of the token' })
  digest: string;

  @Column('timestamp with time zone', { comment: 'End of life' })
  expiresAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was exchanged' })
  usedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When its family was ended' })
  revokedAt: Date | null;
}

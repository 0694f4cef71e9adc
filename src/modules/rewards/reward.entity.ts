import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('reward', { comment: 'Rewards of whistle-blowers (举报奖励). Seen by the reward officers of the agency alone; who is paid stands in the vault. Sums in CNY as decimal text' })
@Index('reward_claim', ['claimDigest'], { unique: true })
@Index('reward_complaint', ['complaintId'], { unique: true })
@Index('reward_case_alive', { synchronize: false })
@Index('reward_newest', ['agency', 'id', 'state'])
export class Reward {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that had the case' })
  agency: string;

  @Column('text', { comment: 'Region code of the case' })
  region: string;

  @Column('uuid', { comment: 'Report that is rewarded' })
  complaintId: string;

  @Column('uuid', { comment: 'Case that came of it' })
  caseId: string;

  @Column('text', { comment: 'SHA-256 of the code that whoever claimed was told' })
  claimDigest: string;

  @Column('boolean', { comment: 'Reported under a real name' })
  realName: boolean;

  @Column('timestamp with time zone', { comment: 'When it was claimed' })
  claimedAt: Date;

  @Column('integer', { nullable: true, comment: 'Level proposed: 1, 2 or 3' })
  level: number | null;

  @Column('text', { nullable: true, comment: 'Why the violation is a major one' })
  scope: string | null;

  @Column('text', { nullable: true, comment: 'What the report held and how it fits what was found' })
  finding: string | null;

  @Column('text', { nullable: true, comment: 'Number of the judgment' })
  judgment: string | null;

  @Column('text', { nullable: true, comment: 'What was imposed and came in, CNY' })
  base: string | null;

  @Column('text', { nullable: true, comment: 'Reward, CNY' })
  amount: string | null;

  @Column('text', { nullable: true, comment: 'Account that proposed' })
  proposedBy: string | null;

  @Column('text', { nullable: true, comment: 'Account that seconded' })
  secondedBy: string | null;

  @Column('text', { nullable: true, comment: 'Account that approved' })
  approvedBy: string | null;

  @Column('text', { nullable: true, comment: 'Number under which the finance bureau agreed' })
  financeNumber: string | null;

  @Column('text', { nullable: true, comment: 'Code of the ground of a refusal' })
  ground: string | null;

  @Column('text', { nullable: true, comment: 'Last opinion' })
  opinion: string | null;

  @Column('text', { nullable: true, comment: 'Account that asked to see the payee' })
  askedBy: string | null;

  @Column('text', { nullable: true, comment: 'Account that released the payee' })
  releasedBy: string | null;

  @Column('text', { nullable: true, comment: 'Day of payment, YYYY-MM-DD' })
  paidOn: string | null;

  @Column('text', { nullable: true, comment: 'Number of the voucher' })
  voucher: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Safe date of its clock' })
  nextDue: Date | null;
}

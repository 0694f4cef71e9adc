import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Choice, Count, Id, Instant, OptionalChoice, OptionalWords, Shown, Words, Yes } from '../../platform/http/fields.js';
import { AGENCIES } from '../identity/index.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { FAIR_RIGHTS, MATERIALS, REFUSAL_GROUNDS, REMEDIES, type FairRight, type Material, type RefusalGround, type Remedy } from './domain/fair.rules.js';

const WAYS = ['desk', 'direct'] as const;
const HOURS = 120;
const HOLDS = 'right (proof of it), party (who infringes), reasons (and evidence), authorisation (of an agent)';
const DONE = 'withdraw-goods, destroy-material, replace-board, confiscate-goods, cover, sign-promise';

export class FileFairMatterDto {
  @Id('Case') caseId: string;
  @Id('Fair') fairId: string;
  @Id('Stall') stallId: string;
  @Choice('With the desk of the fair, or with the agency directly (第八条第一款)', WAYS) way: (typeof WAYS)[number];
  @Choice('Right (第二条)', FAIR_RIGHTS) rightType: FairRight;
  @Id('Who complains, by its entry in the case') complainant: string;
  @Id('Exhibitor complained of, by its entry in the case') respondent: string;
  @Yes('Whether an agent complains: the power of attorney is then due (第八条第四项)') byAgent: boolean;
  @Instant('When the complaint came in; the desk passes it on within 24 hours of complete materials (第十一条)') receivedAt: string;

  @ApiProperty({ description: `Materials handed in (第八条): ${HOLDS}`, enum: MATERIALS, isArray: true, example: ['right', 'party', 'reasons'] })
  @IsArray() @ArrayUnique() @ArrayMaxSize(MATERIALS.length) @IsIn(MATERIALS, { each: true })
  materials: Material[];

  @OptionalChoice('Agency that goes on after the fair, where it is known already; else the one that files (第三十三条)', AGENCIES.map(({ code }) => code)) competent?: string;
}

export class FairMatterAtDto {
  @Instant('When') at: string;
}

export class FairMatterReasonDto extends FairMatterAtDto {
  @Words('Reason', '权属证明未能补充', 2000) reason: string;
}

export class SupplementFairMatterDto extends FairMatterAtDto {
  @ApiProperty({ description: `Materials supplied: ${HOLDS}`, enum: MATERIALS, isArray: true, example: ['reasons'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(MATERIALS.length) @IsIn(MATERIALS, { each: true })
  materials: Material[];
}

export class AcceptFairMatterDto {
  @Instant('When the exhibitor was notified; its time to answer counts from here (第十二条、第十三条)') notifiedAt: string;
  @Count('Hours to answer, by the length of the fair: see the answer periods in the read', 1, HOURS) answerHours: number;
  @Yes('Whether the organiser was told (第十二条)') organiserTold: boolean;
}

export class RefuseFairMatterDto extends FairMatterReasonDto {
  @Choice('Ground of the right (第十七条、第二十条)', REFUSAL_GROUNDS) ground: RefusalGround;
}

export class AnswerFairMatterDto extends FairMatterAtDto {
  @Words('What the exhibitor answers', '展品系自行设计，附设计底稿', 4000) answer: string;
}

export class FindInfringementDto extends FairMatterAtDto {
  @Words('Facts found', '展位陈列的餐具与注册外观设计无实质性差异', 4000) facts: string;
  @Words('Provisions applied', '《展会知识产权保护办法》第二十五条第二款', 1000) provisions: string;

  @ApiProperty({ description: `Remedies at the stall (第二十五条至第二十八条): ${DONE}`, enum: REMEDIES, isArray: true, example: ['withdraw-goods'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(REMEDIES.length) @IsIn(REMEDIES, { each: true })
  remedies: Remedy[];

  @OptionalWords('Effective judgment or decision on the same goods, by which there is no waiting for the answer (第二十九条)', '粤知法裁字〔2026〕1号', 200) earlierDecision?: string;
}

export class RecordRemedyDto extends FairMatterAtDto {
  @ApiProperty({ description: `What was done at the stall: ${DONE}`, enum: REMEDIES, isArray: true, example: ['withdraw-goods'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(REMEDIES.length) @IsIn(REMEDIES, { each: true })
  done: Remedy[];
}

export class RevokeFindingDto extends FairMatterReasonDto {
  @Words('Number of the judgment or decision that revokes', '（2026）粤51行初1号', 100) fileNumber: string;
}

export class SettleFairMatterDto extends FairMatterAtDto {
  @Words('What was agreed', '被投诉人撤下展品并承诺不再展出', 2000) terms: string;
}

export class HandOverDto extends FairMatterReasonDto {
  @Choice('Agency that is competent (第三十三条)', AGENCIES.map(({ code }) => code)) agency: string;
}

export class FairMatterDto extends ProceedingWithClocksDto {
  @Shown('Fair', '019aa1b2-0000-7000-8000-000000000040') fairId: string;
  @Shown('Stall', '019aa1b2-0000-7000-8000-000000000041') stallId: string;
  @Shown('Right', 'design') rightType: string;
  @Shown('Who complains, by its entry in the case', '019aa1b2-0000-7000-8000-000000000042') complainant: string;
  @Shown('Exhibitor, by its entry in the case', '019aa1b2-0000-7000-8000-000000000043') respondent: string;
  @Shown('When the complaint came in, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') receivedAt: string;
  @Shown('Materials handed in', ['right'], { type: [String] }) materials: readonly string[];
  @Shown('Materials that are missing, with label and basis', [], { type: [Object] }) missing: readonly object[];
  @Shown('What was asked for, once', null, { nullable: true, type: Object }) correction: object | null;
  @Shown('Since when the goods are not shown, RFC 3339 UTC', null, { nullable: true }) suspendedAt: string | null;
  @Shown('Hours that may be set for the answer at a fair of this length, with basis', { leastHours: 4, mostHours: 48 }, { nullable: true, type: Object }) answerPeriod: object | null;
  @Shown('Remedies open for this right: code, label, whether every finding orders it, basis', [], { type: [Object] }) remedies: readonly object[];
  @Shown('Acceptance: when the exhibitor was notified, hours to answer', null, { nullable: true, type: Object }) acceptance: object | null;
  @Shown('Answer of the exhibitor', null, { nullable: true, type: Object }) answer: object | null;
  @Shown('Finding of infringement', null, { nullable: true, type: Object }) decision: object | null;
  @Shown('What was done at the stall', null, { nullable: true, type: Object }) remedied: object | null;
  @Shown('Other end: refusal, withdrawal, settlement, revocation', null, { nullable: true, type: Object }) ending: object | null;
  @Shown('Agency that goes on after the fair', 'chaoan-market-regulation') competent: string;
  @Shown('Hand-over after the fair', null, { nullable: true, type: Object }) handover: object | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { ProceedingWithClocksDto, shownProceeding, type Found } from '../proceedings/index.js';
import { missingPapers, REFERRAL_PAPERS } from './domain/paper.rules.js';
import type { CriminalJudgment, Handover, Referral, ReferralIntervention } from './referral.entity.js';

export class CheckedPaperDto {
  @ApiProperty({ description: 'Kind of paper', example: 'goods-list' })
  paper: string;

  @ApiProperty({ description: 'Its name in the reader’s language', example: '涉案物品清单', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Item of 移送规定第六条', example: '第六条第三项' })
  article: string;

  @ApiProperty({ description: 'always, or where-any: only where there is one', example: 'always' })
  needed: string;

  @ApiProperty({ description: 'Numbers or ids under which they are found', example: ['潮安市监清〔2026〕3号'], type: [String] })
  references: string[];

  @ApiProperty({ description: 'Why there is none', example: null, nullable: true, type: String })
  absent: string | null;

  @ApiProperty({ description: 'Still missing: without it nothing is transferred', example: false })
  missing: boolean;

  @ApiProperty({ description: 'The police asked for it', example: false })
  asked: boolean;
}

export class InterventionDto {
  @ApiProperty({ description: 'file-read, meeting, on-site or written-opinion', example: 'meeting' })
  form: string;

  @ApiProperty({ description: 'Opinion', example: '建议补充固定销售记录的电子数据' })
  opinion: string;

  @ApiProperty({ description: 'When it was, RFC 3339 UTC', example: '2026-11-24T02:00:00.000Z' })
  at: string;
}

export class ReferralDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'Offence suspected', example: '销售假冒注册商标的商品罪（刑法第二百一十四条）' })
  offence: string;

  @ApiProperty({ description: 'threshold-met or reasonable-suspicion', example: 'threshold-met' })
  suspicion: string;

  @ApiProperty({ description: 'Facts that it rests on', example: '现场查获假冒注册商标餐具3000件' })
  facts: string;

  @ApiProperty({ description: 'Written report to the chief', example: null, nullable: true, type: String })
  report: string | null;

  @ApiProperty({ description: 'Why the chief did not approve', example: null, nullable: true, type: String })
  refusal: string | null;

  @ApiProperty({ description: 'Police agency that has it', example: 'cz-police', nullable: true, type: String })
  police: string | null;

  @ApiProperty({ description: 'Competent police outside the system', example: null, nullable: true, type: String })
  policeElsewhere: string | null;

  @ApiProperty({ description: 'Procuratorate that got the copy', example: 'cz-procuratorate', nullable: true, type: String })
  procuratorate: string | null;

  @ApiProperty({ description: 'Number that the police gave it', example: null, nullable: true, type: String })
  policeNumber: string | null;

  @ApiProperty({ description: 'Why the police did not file', example: null, nullable: true, type: String })
  policeReason: string | null;

  @ApiProperty({ description: 'Checklist of 移送规定第六条', type: [CheckedPaperDto], example: [] })
  papers: CheckedPaperDto[];

  @ApiProperty({ description: 'What was handed over, with both signatures (account, RFC 3339 UTC)', example: null, nullable: true, type: Object })
  handover: Handover | null;

  @ApiProperty({ description: 'Judgment of the criminal court; money in CNY', example: null, nullable: true, type: Object })
  judgment: CriminalJudgment | null;

  @ApiProperty({ description: 'What the procuratorate did, in its order', type: [InterventionDto], example: [] })
  interventions: InterventionDto[];
}

export function shownReferral(found: Found<Referral>, interventions: readonly ReferralIntervention[]): ReferralDto {
  const { offence, suspicion, facts, report, refusal, police, policeElsewhere, procuratorate, policeNumber, policeReason, handover, judgment } = found.row;
  return {
    ...shownProceeding('referral', found.row), deadlines: found.deadlines.map(showDeadline), offence, suspicion, facts, report, refusal, police, policeElsewhere, procuratorate, policeNumber, policeReason, papers: checklist(found.row), handover, judgment,
    interventions: interventions.map(({ form, opinion, at }) => ({ form, opinion, at: at.toISOString() })),
  };
}

function checklist({ papers, missing: asked }: Referral): CheckedPaperDto[] {
  const missing = missingPapers(papers);
  return REFERRAL_PAPERS.map(({ code, label, article, needed }) => {
    const given = papers.filter(({ paper }) => paper === code);
    return {
      paper: code, label, article, needed, references: given.flatMap(({ reference }) => reference ?? []), absent: given.find(({ absent }) => absent !== undefined)?.absent ?? null,
      missing: missing.includes(code), asked: asked.includes(code),
    };
  });
}

import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { LocalizedText } from '../../kernel/text.js';
import { Choice, Shown, Words } from '../../platform/http/fields.js';
import { BasisDto } from '../../platform/http/shared.dto.js';
import { REPEAT_RULES } from './data/repeat-rules.data.js';

const ID = '019aa1b2-0000-7000-8000-000000000070';
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const BASIS = { source: '商标法（2019年修正）', article: '第六十条第二款', status: 'verified' };
export const RULE_CODES = [...new Set(REPEAT_RULES.map(({ code }) => code))];
export const OUTCOMES = ['followed', 'not-followed'] as const;

export class EarlierDecisionDto {
  @Shown('penalty, on-the-spot or adjudication', 'penalty') kind: string;
  @Shown('Agency that decided', 'chaoan-market-regulation') agency: string;
  @Shown('Right type', 'trademark') rightType: string;
  @Shown('Day of its service, YYYY-MM-DD, Asia/Shanghai', '2026-08-04') servedOn: string;
  @Shown('It stands: neither revoked nor annulled', true) stands: boolean;
  @Shown('same: against a respondent of this case; linked: against another party of its cluster, which a person has to find to be the same', 'same') identity: string;
  @Shown('Cluster that links them', ID) cluster: string;
  @Shown('Proceeding, where this account sees its case', ID, { nullable: true }) proceeding: string | null;
  @Shown('Case, where this account sees it', ID, { nullable: true }) caseId: string | null;
  @Shown('Document of the decision, where this account sees it', ID, { nullable: true }) document: string | null;
  @Shown('Its number, where this account sees it', '潮安市监罚〔2026〕1号', { nullable: true }) number: string | null;
  @Shown('SHA-256 of the document, where this account sees it', DIGEST, { nullable: true }) sha256: string | null;
}

export class NextStepDto {
  @Shown('What it is for', 'criminal-threshold') feeds: string;
  @Shown('Route to go on with; null where a person weighs it in the decision', 'POST /v1/criminal-thresholds/calculations', { nullable: true }) route: string | null;
  @Shown('Members of its body that follow from the facts; the rest is for a person to fill in', { punishedWithinTwoYears: true }, { type: Object }) body: object;
}

export class RepeatPromptDto {
  @Shown('Rule', 'crime-within-two-years') rule: string;
  @ApiProperty({ description: 'What was found, in the reader’s language', type: String, example: '二年内受过行政处罚后再次实施' }) label: LocalizedText;
  @ApiProperty({ description: 'What follows from it, and what a person has to find, in the reader’s language', type: String, example: '入罪数额降低' }) explanation: LocalizedText;
  @ApiProperty({ description: 'Source', type: BasisDto, example: BASIS }) basis: BasisDto;
  @Shown('open, answered, or reopened: answered before, and the facts have changed since, such as a penalty that was revoked', 'open') state: string;
  @Shown('Digest of the facts; an answer names it', DIGEST) digest: string;
  @Shown('Decisions that count', [], { type: [EarlierDecisionDto] }) earlier: readonly EarlierDecisionDto[];
  @ApiProperty({ description: 'How to go on', type: NextStepDto, example: { feeds: 'criminal-threshold', route: 'POST /v1/criminal-thresholds/calculations', body: { punishedWithinTwoYears: true } } }) next: NextStepDto;
  @Shown('What was answered last: followed or not-followed', 'followed', { nullable: true }) outcome: string | null;
  @Shown('Why', '已按从重处罚', { nullable: true }) reason: string | null;
}

export class RepeatPromptsDto {
  @Shown('Case', ID) caseId: string;
  @Shown('Day of the act, YYYY-MM-DD, Asia/Shanghai', '2026-11-01') actDay: string;
  @Shown('told: the complaint names the day; received: the day of its receipt stands in', 'told') actDayFrom: string;
  @Shown('Prompts. They decide nothing', [], { type: [RepeatPromptDto] }) items: readonly RepeatPromptDto[];
  @Shown('Decisions against the cluster that fell, and count no more', [], { type: [EarlierDecisionDto] }) fallen: readonly EarlierDecisionDto[];
}

export class AnswerPromptDto {
  @Choice('Rule of the prompt', RULE_CODES) rule: string;
  @ApiProperty({ description: 'Digest of the facts that the answer is about', example: DIGEST }) @Matches(/^[0-9a-f]{64}$/) digest: string;
  @Choice('Whether it was followed', OUTCOMES) outcome: (typeof OUTCOMES)[number];
  @Words('Why', '经核实系同一经营者，拟从重处罚', 1000) reason: string;
}

export class PromptAnsweredDto {
  @Shown('Answer id (UUIDv7)', ID) id: string;
  @Shown('Case', ID) caseId: string;
  @Shown('Rule', 'crime-within-two-years') rule: string;
  @Shown('followed or not-followed', 'followed') outcome: string;
}

export class PunitiveFactDto {
  @Shown('Fact, a code of the interpretation', 'again-after-penalty') code: string;
  @ApiProperty({ description: 'In the reader’s language', type: String, example: '被行政处罚或者裁判承担责任后再次侵权' }) label: LocalizedText;
  @ApiProperty({ description: 'Source', type: BasisDto, example: BASIS }) basis: BasisDto;
  @Shown('Decisions of this system speak for it; where not, the claimant shows it', true) supported: boolean;
}

export class PunitivePackDto {
  @Shown('Pack id (UUIDv7)', ID) id: string;
  @Shown('Case', ID) caseId: string;
  @Shown('When it was put together (RFC 3339 UTC)', '2026-11-23T01:00:00.000Z') madeAt: string;
  @Shown('SHA-256 of `content` in canonical form (RFC 8785); it stands in the ledger', DIGEST) sha256: string;
  @Shown('Respondents, decisions with documents and digests, facts of wilfulness and of serious circumstances with their source', {}, { type: Object }) content: object;
}

export class PunitivePackPage {
  @Shown('Newest first', [], { type: [PunitivePackDto] }) items: readonly PunitivePackDto[];
}

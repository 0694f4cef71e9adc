import { Id, Instant, Money, OptionalWords, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { MemberDto, ProceedingWithClocksDto } from '../proceedings/index.js';

export class OpenSimplifiedDto {
  @Id('Case') caseId: string;
  @Id('Party, by its entry in the case') party: string;
  @Yes('The party is a natural person') person: boolean;
  @Words('Facts', '当事人销售标注不实商品一件') facts: string;
  @Rows('Officers, two or more, each with the credential', MemberDto, [{ account: '019aa1b2-0000-7000-8000-00000000000a', role: 'officer', credential: '粤执法A0000001' }], 20) members: MemberDto[];
  @Yes('The credentials were shown') credentialsShown: boolean;
  @Yes('The facts are certain, and a law provides for the penalty') factsCertain: boolean;
}

export class TellSimplifiedDto {
  @Instant('When') at: string;
  @Yes('A warning is to be given') warning: boolean;
  @Money('Fine that is to be imposed; 0 where there is none') fine: string;
  @Words('Reasons', '情节轻微', 2000) reasons: string;
  @Words('Provisions', '《商标法》第五十二条', 500) provisions: string;
  @Words('What the party stated, or that it stated nothing', '当事人未陈述、申辩', 4000) statement: string;
}

export class DecideSimplifiedDto {
  @Instant('When it was decided and handed over') at: string;
  @Words('Where', '彩塘镇测试街2号', 300) place: string;
  @Words('How and until when the fine is paid', '十五日内通过指定银行缴纳', 500) payment: string;
  @Words('Ways and times of remedy; reconsideration comes first (行政复议法第二十三条)', '可在六十日内申请行政复议', 500) remedies: string;
  @Yes('The party signed for it') signed: boolean;
  @OptionalWords('That and why it did not', '当事人拒绝签收', 500) refusal?: string;
}

export class HandInDto {
  @Instant('When') at: string;
}

export class LeaveSimplifiedDto {
  @Words('Reason', '事实有待查明，转入普通程序', 2000) reason: string;
}

export class SimplifiedPenaltyDto extends ProceedingWithClocksDto {
  @Shown('Party, by its entry in the case', '019aa1b2-0000-7000-8000-000000000040') party: string;
  @Shown('A natural person', true) person: boolean;
  @Shown('Facts', '销售标注不实商品') facts: string;
  @Shown('What was told, and what the party said', null, { nullable: true, type: Object }) told: object | null;
  @Shown('When it was decided, RFC 3339 UTC', null, { nullable: true }) decidedAt: string | null;
}

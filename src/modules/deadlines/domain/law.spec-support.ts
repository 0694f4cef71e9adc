/**
 * Every limit typed by hand while reading the texts, without looking at the data: code, a day of the trigger, limit, roll, whose time,
 * part of the source, article, whether the article was read. wd working days, cd calendar days, m months, h hours, `x–y` set within bounds,
 * `before` counted back. Rolls: - none, H behind a statutory holiday, R behind any day off.
 */
const LINES = `
complaint.acceptance            2026-04-14  7wd -   agency 总局令第20号 第十四条 read
complaint.acceptance            2026-04-15  7wd H   agency 总局令第121号 第十五条 read
identity.proof                  2026-04-15  1–30wd H party 总局令第121号 第十条第三款 read
mediation.consumer              2020-01-01  45wd -  agency 总局令第20号 第二十一条第一款第五项 read
mediation.consumer              2026-04-14  45wd -  agency 总局令第20号 第二十一条第一款第五项 read
mediation.consumer              2026-04-15  60cd H  agency 总局令第121号 第二十三条第一款第五项 read
mediation.termination-notice    2026-04-14  7wd -   agency 总局令第20号 第二十一条第二款 read
mediation.termination-notice    2026-04-15  7wd H   agency 总局令第121号 第二十三条第二款 read
mediation.people                2026-11-22  1m -    agency 司法部令第75号 第三十三条 unread
mediation.administrative        2026-11-22  2m -    agency 本系统拟定 无法定条文 unread
mediation.end-notice            2026-11-22  7wd -   agency 本系统拟定 无法定条文 unread
jurisdiction.dispute            2026-04-14  7wd -   agency 总局令第20号 第三十条 read
jurisdiction.dispute            2026-04-15  7wd H   agency 总局令第121号 第三十三条 read
clue.verification               2026-04-14  15wd -  agency 总局令第20号 第二十三条第一款 read
clue.verification               2026-04-15  15wd H  agency 总局令第121号 第二十七条第一款 read
report.filing-notice            2026-04-14  5wd -   agency 总局令第20号 第三十一条第二款 read
complaint.limitation            2026-04-14  36m -   party 总局令第20号 第十五条第四项 read
complaint.limitation            2026-04-15  36m H   party 总局令第121号 第十六条第四项 read
report.verification             2021-07-15  15wd H  agency 总局令第2号 第十八条 read
jurisdiction.penalty-dispute    2026-11-22  7wd H   agency 总局令第2号 第十三条 read
jurisdiction.designation        2026-11-22  7wd H   agency 总局令第2号 第十六条 read
copyright.acceptance            2009-06-15  15cd -  agency 著作权行政处罚实施办法 第十三条 read
enterprise-information.report   2026-11-22  20wd -  agency 企业信息公示暂行条例 第十三条 read
duty.performance                2026-11-22  2m R    agency 行政诉讼法 第四十七条第一款 read
hotline12345.consultation       2022-09-01  2wd -   agency 12345 条文未读 unread
hotline12345.request            2022-09-01  10wd -  agency 12345 条文未读 unread
hotline12345.complaint          2022-09-01  15wd -  agency 12345 条文未读 unread
reply.12315                     2026-11-22  15wd -  agency 服务时限 无法定条文 unread
reply.direct                    2026-11-22  15wd -  agency 服务时限 无法定条文 unread
reply.partner                   2026-11-22  10wd -  agency 服务时限 无法定条文 unread
reply.agency                    2026-11-22  15wd -  agency 服务时限 无法定条文 unread
service.first-response          2020-01-01  7wd -   agency 服务时限 无法定条文 unread
case.decision                   2021-07-15  90cd H  agency 总局令第2号 第六十四条 read
preservation.approval           2026-11-22  24h H   agency 总局令第2号 第三十三条第二款 read
preservation.decision           2026-11-22  7wd H   agency 总局令第2号 第三十五条 read
seizure.approval                2026-11-22  24h H   agency 总局令第2号 第三十六条第二款 read
seizure.term                    2026-11-22  30cd H  agency 总局令第2号 第三十八条第一款 read
seizure.release                 2026-11-22  1wd -   agency 服务时限 无法定条文 unread
assistance.reply                2026-11-22  15wd H  agency 总局令第2号 第四十五条第二款 read
identification.right-holder     2026-11-22  1–30wd H party 总局令第2号 第三十条 read
review.legal                    2026-11-22  10wd H  agency 总局令第2号 第五十五条 read
hearing.request                 2026-11-22  5wd H   party 总局令第2号 第五十七条第二款 read
hearing.notice                  2026-11-22  7wdbefore - agency 行政处罚法 第六十四条第二项 read
hearing.scheduling              2026-11-22  5wd -   agency 听证办法 条文未读 unread
hearing.report                  2026-11-22  5wd -   agency 听证办法 条文未读 unread
decision.service                2026-11-22  7wd H   agency 总局令第2号 第八十一条 read
service.public-notice           2026-11-22  30cd H  agency 总局令第2号 第八十二条第五项 read
fine.payment                    2026-11-22  15cd R  party 总局令第2号 第七十二条第一款 read
fine.instalment                 2026-11-22  1–730cd R party 总局令第2号 第七十四条 read
fine.hand-over                  2026-11-22  2wd H   agency 总局令第2号 第七十三条 read
fine.bank                       2026-11-22  2wd H   agency 总局令第2号 第七十三条 read
enforcement.court-acceptance    2026-11-22  5wd -   agency 行政强制法 第五十六条第一款 read
enforcement.court-ruling        2026-11-22  30cd -  agency 行政强制法 第五十八条第二款 read
enforcement.reconsideration     2026-11-22  15cd -  agency 行政强制法 第五十六条第二款、第五十八条第三款 read
enforcement.superior-court      2026-11-22  30cd -  agency 行政强制法 第五十八条第三款 read
enforcement.demand              2026-11-22  10wd H  party 总局令第2号 第七十六条第一款 read
enforcement.application         2026-11-22  3m H    agency 总局令第2号 第七十六条 read
case.closing-form               2026-11-22  15wd H  agency 总局令第2号 第七十七条 read
simplified.hand-in              2026-11-22  7wd H   agency 总局令第2号 第七十条 read
penalty.limitation              2026-11-22  24m -   agency 行政处罚法 第三十六条 read
penalty.limitation-safety       2026-11-22  60m -   agency 行政处罚法 第三十六条 read
penalty.publication             2026-11-22  20wd -  agency 总局令第45号 第九条 read
penalty.publication-push        2026-11-22  10wd -  agency 总局令第45号 第十条 read
penalty.publication-assist      2026-11-22  10wd -  agency 总局令第45号 第十条 read
penalty.publication-withdrawal  2026-11-22  3wd -   agency 总局令第45号 第十一条 read
counterfeit.disclosure          2026-11-22  20wd -  agency 国发〔2014〕6号 条文未读 unread
adjudication.limitation         2026-11-22  36m R   party 国家知识产权局令第81号 第十九条 read
adjudication.advice-after-receipt 2026-11-22 1m R   party 国家知识产权局令第81号 第十三条 read
adjudication.advice-after-sending 2026-11-22 2m R   party 国家知识产权局令第81号 第十三条 read
adjudication.correction         2026-11-22  1–30wd - party 国家知识产权局令第81号 第十六条 read
adjudication.filing             2025-02-01  5wd -   agency 国家知识产权局令第81号 第十六条、第二十条 read
adjudication.service            2026-11-22  5wd -   agency 国家知识产权局令第81号 第二十二条第一款 read
adjudication.answer             2026-11-22  15cd R  party 国家知识产权局令第81号 第二十二条第一款 read
adjudication.answer-abroad      2026-11-22  30cd R  party 国家知识产权局令第81号 第二十二条第一款 read
adjudication.answer-forwarding  2026-11-22  5wd -   agency 国家知识产权局令第81号 第二十二条第二款 read
adjudication.jurisdiction-objection 2026-11-22 5wd - agency 国家知识产权局令第81号 第九条第一款 read
adjudication.recusal-request    2026-11-22  3wd -   party 国家知识产权局令第81号 第五条第三款 read
adjudication.evidence           2026-11-22  15–60cd R party 国家知识产权局令第81号 第五十四条 read
adjudication.oral-hearing-notice 2026-11-22 3wdbefore - agency 国家知识产权局令第81号 第二十六条 read
adjudication.evidence-registration 2026-11-22 7cd - agency 国家知识产权局令第81号 第四十九条 read
adjudication.decision           2025-02-01  3m -    agency 国家知识产权局令第81号 第三十七条第一款 read
adjudication.enforcement-agency 2026-11-22  3m -    agency 国家知识产权局令第81号 第八十条第二款 read
adjudication.enforcement-holder 2026-11-22  6m R    party 国家知识产权局令第81号 第八十条第二款 read
adjudication.publication        2026-11-22  20wd -  agency 国家知识产权局令第81号 第八十三条第一款 read
adjudication.publication-change 2026-11-22  20wd -  agency 国家知识产权局令第81号 第八十三条第二款 read
patent-mediation.service        2026-11-22  5wd -   agency 国家知识产权局令第81号 第六十五条 read
patent-mediation.reply          2026-11-22  15cd R  party 国家知识产权局令第81号 第六十五条 read
patent-mediation.filing         2026-11-22  5wd -   agency 国家知识产权局令第81号 第六十六条第一款 read
patent-mediation.refusal-notice 2026-11-22  5wd -   agency 国家知识产权局令第81号 第六十六条第二款 read
adjudication.suit               2026-11-22  15cd R  party 专利法 第六十五条 read
patent.limitation               2026-11-22  36m R   party 专利法 第七十四条第一款 read
trademark.opposition            2026-12-31  3m R    party 商标法（2019 第三十三条 read
trademark.opposition            2027-01-01  2m R    party 商标法（2026 第三十六条 read
patent-mediation.ownership      2026-11-22  2m -    agency 国家知识产权局令第81号 第七十条第三款 read
agreement.performance           2026-11-22  1–3650cd R party 人民调解法 第三十一条第一款 read
confirmation.application        2026-11-22  30cd R  party 民事诉讼法 第二百零五条 read
confirmation.court-acceptance   2026-11-22  3cd R   agency 司法确认程序 第四条第一款 read
confirmation.court-decision     2026-11-22  15cd R  agency 司法确认程序 第五条第一款 read
confirmation.special-procedure  2026-11-22  30cd R  agency 民事诉讼法 第一百八十七条 read
confirmation.objection          2026-11-22  15cd R  party 《民事诉讼法》的解释 第三百七十二条第二款 read
confirmation.objection-third-party 2026-11-22 6m R  party 《民事诉讼法》的解释 第三百七十二条第二款 read
execution.application           2026-11-22  24m R   party 民事诉讼法 第二百五十条 read
court-mediation.assigned        2026-11-22  30cd R  agency 特邀调解 第二十七条第一款 read
court-mediation.entrusted       2026-11-22  15cd R  agency 特邀调解 第二十七条第二款 read
court-mediation.entrusted-simple 2026-11-22 7cd R   agency 特邀调解 第二十七条第二款 read
court-mediation.confirmation    2026-11-22  3wd R   agency 在线调解规则 第十二条第一款 read
civil.filing                    2026-11-22  7cd R   agency 民事诉讼法 第一百二十六条 read
civil.answer                    2026-11-22  15cd R  party 民事诉讼法 第一百二十八条第一款 read
civil.answer-abroad             2026-11-22  30cd R  party 民事诉讼法 第二百八十五条 read
civil.small-claims              2026-11-22  2m R    agency 民事诉讼法 第一百六十八条 read
civil.appeal                    2026-11-22  15cd R  party 民事诉讼法 第一百七十一条第一款 read
civil.appeal-ruling             2026-11-22  10cd R  party 民事诉讼法 第一百七十一条第二款 read
civil.appeal-abroad             2026-11-22  30cd R  party 民事诉讼法 第二百八十六条 read
civil.second-instance           2026-11-22  3m R    agency 民事诉讼法 第一百八十三条第一款 read
civil.second-instance-ruling    2026-11-22  30cd R  agency 民事诉讼法 第一百八十三条第二款 read
civil.ordinary                  2026-11-22  6m R    agency 民事诉讼法 第一百五十二条 read
civil.simple                    2026-11-22  3m R    agency 民事诉讼法 第一百六十四条 read
preservation.ruling             2026-11-22  48h R   agency 民事诉讼法 第一百零四条第二款 read
preservation.suit               2026-11-22  30cd R  party 民事诉讼法 第一百零四条第三款 read
review.application              2026-11-22  60cd R  party 行政复议法 第二十条第一款 read
review.application-outer        2026-11-22  12m R   party 行政复议法 第二十条第三款 read
review.admission                2026-11-22  5wd R   agency 行政复议法 第三十条 read
review.correction-notice        2026-11-22  5wd R   agency 行政复议法 第三十一条第一款 read
review.correction               2026-11-22  10wd R  party 行政复议法 第三十一条第二款 read
review.ordinary                 2026-11-22  60cd R  agency 行政复议法 第六十二条第一款 read
review.summary                  2026-11-22  30cd R  agency 行政复议法 第六十二条第二款 read
suit.after-review               2026-11-22  15cd R  party 行政诉讼法 第四十五条 read
suit.direct                     2026-11-22  6m R    party 行政诉讼法 第四十六条第一款 read
suit.outer                      2026-11-22  60m R   party 行政诉讼法 第四十六条第二款 read
referral.approval               2026-11-22  3cd -   agency 国务院令第310号 第五条第二款 read
referral.transfer               2026-11-22  24h -   agency 国务院令第310号 第五条第二款 read
referral.copy-to-procuratorate  2026-11-22  10cd -  agency 高检会〔2006〕2号 条文未读 unread
police.forwarding               2026-11-22  24h -   agency 国务院令第310号 第七条 read
police.incomplete-notice        2026-11-22  24h -   agency 公安机关办理刑事案件程序规定 第一百八十条第二款 read
referral.supplement             2026-11-22  3cd -   agency 公安机关办理刑事案件程序规定 第一百八十条第二款 read
police.review                   2026-11-22  3cd -   agency 国务院令第310号 第八条 read
police.clue-check               2026-11-22  30cd -  agency 公通字〔2016〕16号 条文未读 unread
referral.reconsideration        2026-11-22  3cd -   agency 国务院令第310号 第九条第一款 read
police.reconsideration          2026-11-22  3cd -   agency 国务院令第310号 第九条第二款 read
referral.supervision-request    2026-11-22  3cd -   agency 国务院令第310号 第九条第二款 read
police.explanation              2026-11-22  7cd -   agency 公安机关办理刑事案件程序规定 第一百八十二条第一款 read
police.ordered-filing           2026-11-22  15cd -  agency 公安机关办理刑事案件程序规定 第一百八十二条第二款 read
referral.handover               2026-11-22  3cd -   agency 国务院令第310号 第十二条 read
list.publication                2026-11-22  20wd -  agency 总局令第44号 第十四条第一款 read
list.publication-push           2026-11-22  10wd -  agency 总局令第44号 第十四条第二款 read
list.publication-assist         2026-11-22  10wd -  agency 总局令第44号 第十四条第二款 read
list.early-removal              2026-11-22  12m -   party 总局令第44号 第十六条 read
list.removal                    2026-11-22  36m -   agency 总局令第44号 第二十一条 read
list.cancellation               2026-11-22  3wd -   agency 总局令第44号 第十九条 read
registry.recall                 2026-11-22  3wd -   agency 总局令第44号 第十九条 unread
repair.acceptance               2025-12-24  2wd -   agency 总局令第44号 第十七条第二款 read
repair.acceptance               2025-12-25  2wd -   agency 总局令第107号 第十四条第四款 read
repair.correction-notice        2026-11-22  2wd -   agency 总局令第107号 第十四条第四款 read
repair.decision                 2025-12-24  15wd -  agency 总局令第44号 第十七条第三款 read
repair.decision                 2025-12-25  7wd -   agency 总局令第107号 第十六条第二款 read
repair.abnormal-list            2026-11-22  2wd -   agency 总局令第107号 第十六条第一款 read
repair.data                     2026-11-22  3wd -   agency 总局令第107号 第十七条 read
repair.push                     2026-11-22  3wd -   agency 总局令第107号 第四条第二款 read
repair.bankruptcy-shield        2026-11-22  7wd -   agency 总局令第107号 第二十二条第一款 read
repair.ban                      2026-11-22  36m -   party 总局令第107号 第二十三条第二款 read
publication.display-minor       2026-11-22  3m -    agency 总局令第45号 第十三条 read
publication.display-ordinary    2026-11-22  12m -   agency 总局令第45号 第十五条 read
publication.display-serious     2026-11-22  36m -   agency 总局令第45号 第十四条 read
publication.display-restricted  2026-11-22  1–36500cd - agency 总局令第45号 第十四条第二款 read
publication.display-check       2026-11-22  3m -    agency 总局令第107号 第十条第一款 read
publication.withdrawal          2026-11-22  3wd -   agency 总局令第45号 第十一条 unread
whitelist.first-review          2026-11-22  5wd -   agency 本系统拟定的服务时限 预警白名单 unread
whitelist.correction            2026-11-22  10wd -  party 本系统拟定的服务时限 预警白名单 unread
whitelist.examination           2026-11-22  15wd -  agency 本系统拟定的服务时限 预警白名单 unread
whitelist.objection             2026-11-22  7wd -   party 本系统拟定的服务时限 预警白名单 unread
whitelist.decision              2026-11-22  20wd -  agency 本系统拟定的服务时限 预警白名单 unread
whitelist.yearly-review         2026-11-22  12m -   agency 本系统拟定的服务时限 预警白名单 unread
whitelist.statement             2026-11-22  5wd -   party 本系统拟定的服务时限 预警白名单 unread
whitelist.term                  2026-11-22  24m -   party 本系统拟定的服务时限 预警白名单 unread
platform.lift-measures          2026-11-22  15cd R  party 电子商务法 第四十三条第二款 read
platform.reasonable-period      2026-11-22  1–60cd R party 涉网络知识产权 第三条 read
platform.uncounted-delay        2026-11-22  20wd -  party 涉网络知识产权 第三条 read
supervision.completion          2026-11-22  1–730cd - agency 本系统拟定 无法定条文 unread
campaign.end                    2026-11-22  1–1100cd - agency 本系统拟定 无法定条文 unread
inspection.answer               2026-11-22  1–90cd - agency 本系统拟定 无法定条文 unread
supervision.progress            2026-11-22  1–90cd - agency 本系统拟定 无法定条文 unread
spot-check.completion           2026-11-22  1–365cd - agency 本系统拟定 无法定条文 unread
spot-check.publication          2026-11-22  20wd -  agency 企业公示信息抽查办法 第十一条 unread
urging.answer                   2026-11-22  1–30wd - agency 本系统拟定的服务时限 催办 unread
reward.decision                 2026-11-22  15wd -  agency 市场监管领域重大违法行为举报奖励暂行办法 告知与审批 unread
reward.collection               2026-11-22  60wd R   party 市场监管领域重大违法行为举报奖励暂行办法 领取 unread
lane.exhibition                 2026-11-22  24h -   agency 本系统拟定的服务时限 通道办理 unread
lane.rapid-centre               2026-11-22  10wd -  agency 本系统拟定的服务时限 通道办理 unread
lane.expedited                  2026-11-22  20wd -  agency 本系统拟定的服务时限 通道办理 unread
lane.platform                   2026-11-22  7wd -   agency 本系统拟定的服务时限 通道办理 unread
lane.market                     2026-11-22  7wd -   agency 本系统拟定的服务时限 通道办理 unread
lane.major                      2026-11-22  50wd -  agency 本系统拟定的服务时限 通道办理 unread
lane.ordinary                   2026-11-22  50wd -  agency 本系统拟定的服务时限 通道办理 unread
fair.forwarding                 2026-11-22  24h -   agency 展会知识产权保护办法 第十一条 read
fair.answer                     2026-11-22  1–120h - party 展会知识产权保护办法 第十三条 read
fair.handover                   2026-11-22  15wd -  agency 展会知识产权保护办法 第三十三条 read
fair.end                        2026-11-22  1–366cd - party 展会知识产权保护办法 第六条 read
fair.records                    2026-11-22  36m -   party 广东省知识产权保护条例 第三十一条第三款 read
customs.application             2026-11-22  3wd -   party 知识产权海关保护条例 第十六条 read
customs.inquiry                 2026-11-22  30wd -  agency 知识产权海关保护条例 第二十条 read
customs.release-on-application  2026-11-22  20wd -  agency 知识产权海关保护条例 第二十四条第一项 read
customs.release-ex-officio      2026-11-22  50wd -  agency 知识产权海关保护条例 第二十四条第二项 read
`;

export interface LawLine {
  readonly code: string;
  readonly day: string;
  readonly limit: { readonly amount: number | null; readonly unit: string; readonly roll: string; readonly bounds?: { minimum?: number; maximum: number }; readonly before?: true };
  readonly holder: string;
  readonly source: string;
  readonly article: string;
  readonly status: 'verified' | 'unverified';
}

const UNITS: Readonly<Record<string, string>> = { wd: 'working_day', cd: 'calendar_day', m: 'month', h: 'hour' };
const ROLLS: Readonly<Record<string, string>> = { '-': 'none', H: 'after_statutory_holiday', R: 'after_rest_day' };

const SHAPE = /^(?<code>\S+)\s+(?<day>\S+)\s+(?:(?<minimum>\d+)–)?(?<amount>\d+)(?<unit>wd|cd|m|h)(?<before>before)?\s+(?<roll>[-HR])\s+(?<holder>agency|party)\s+(?<source>\S+)\s+(?<article>\S+)\s+(?<read>read|unread)$/u;

type Word = 'code' | 'day' | 'unit' | 'roll' | 'holder' | 'source' | 'article' | 'read';

function parsed(line: string): LawLine {
  const found = SHAPE.exec(line.trim())?.groups;
  if (found === undefined) throw new Error(`The oracle cannot be read: ${line}`);
  // All but `minimum` and `before` stand in every line that has the shape.
  const { code, day, unit, roll, holder, source, article, read } = found as Readonly<Record<Word, string>>;
  const before = found['before'] === undefined ? {} : { before: true as const };
  return { code, day, limit: { ...lengthOf(found), ...before, unit: UNITS[unit] as string, roll: ROLLS[roll] as string }, holder, source, article, status: read === 'read' ? 'verified' : 'unverified' };
}

/** `7` is fixed by law; `15–60` is set within bounds, where one is the least that can be set anyway. */
function lengthOf({ minimum, amount }: Readonly<Record<string, string | undefined>>): Pick<LawLine['limit'], 'amount' | 'bounds'> {
  if (minimum === undefined) return { amount: Number(amount) };
  return { amount: null, bounds: { ...(minimum === '1' ? {} : { minimum: Number(minimum) }), maximum: Number(amount) } };
}

export const LAW: readonly LawLine[] = LINES.trim().split('\n').map(parsed);

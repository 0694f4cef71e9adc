import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const messageErrors = {
  'message.channel-off': {
    status: 409, severity: 'info',
    title: { zh: '本系统未接通该渠道', en: 'This channel is not connected here' },
    remedy: { zh: '使用站内消息；需要接通的，请系统管理员配置邮件服务器（SMTP_URL）或者短信网关（SMS_ADDRESS）', en: 'Use the inbox, or ask the administrator to configure the mail server (SMTP_URL) or the gateway for short messages (SMS_ADDRESS)' },
  },
  'message.address-invalid': {
    status: 400, severity: 'info',
    title: { zh: '地址或者手机号码不正确', en: 'Not an address, or not a mobile number' },
    remedy: { zh: '电子邮件填写完整地址（如 name@example.cn），短信填写11位手机号码', en: 'For e-mail give the whole address (name@example.cn), for short messages a mobile number of eleven digits' },
  },
  'message.code-too-soon': {
    status: 409, severity: 'info',
    title: { zh: '验证码刚刚发送过', en: 'A code was sent a moment ago' },
    remedy: { zh: '请稍候再次获取', en: 'Wait a minute and ask for another one' },
  },
  'message.code-wrong': {
    status: 409, severity: 'info',
    title: { zh: '验证码不正确或者已失效', en: 'The code is wrong or no longer valid' },
    remedy: { zh: '核对最近一次收到的验证码；多次输错或者超过有效时间的，重新获取', en: 'Compare it with the last code that came; after several wrong ones, or when its time is over, ask for another one' },
  },
  'message.nothing-to-confirm': {
    status: 409, severity: 'info',
    title: { zh: '没有待验证的地址', en: 'There is no address to confirm' },
    remedy: { zh: '先填写地址以获取验证码', en: 'Give the address first; a code is sent to it' },
  },
  'message.quiet-hours-incomplete': {
    status: 400, severity: 'info',
    title: { zh: '免打扰时段须有起止时间，且起止不能相同', en: 'Quiet hours need a beginning and another end' },
    remedy: { zh: '同时填写开始和结束时间，或者都不填写（不设免打扰）', en: 'Give both, or leave out both for no quiet hours' },
  },
  'message.digest-in-quiet-hours': {
    status: 400, severity: 'info',
    title: { zh: '每日汇总时间在免打扰时段内', en: 'The message of the day would come in the quiet hours' },
    remedy: { zh: '把汇总时间改到免打扰时段之外', en: 'Choose a time outside the quiet hours' },
  },
} as const satisfies ProblemCatalogue;

export const messageProblem = problemsOf(messageErrors);

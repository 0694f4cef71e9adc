import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const worklistErrors = {
  'worklist.streams-spent': { status: 429, severity: 'info', title: { zh: '同一账号打开的实时更新过多', en: 'This account follows too many worklists at once' }, remedy: { zh: '关闭不再查看的页面后重试；每个服务进程每个账号最多 most 个', en: 'Close pages that nobody looks at and try again; most is how many an account may have open at one server process' } },
  'worklist.position-malformed': { status: 400, severity: 'warning', title: { zh: 'Last-Event-ID 格式不符', en: 'The Last-Event-ID is not usable' }, remedy: { zh: '原样发送收到的最后一个事件标识，或去掉该请求头后重新读取清单', en: 'Send the id of the last event as it came, or leave the header out and read the list again' } },
} as const satisfies ProblemCatalogue;

export const worklistProblem = problemsOf(worklistErrors);

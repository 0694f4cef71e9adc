import { problemsOf, type ProblemCatalogue } from './problem.js';

/** Refusals that any route can give. */
export const httpErrors = {
  'request.invalid': { status: 400, severity: 'warning', title: { zh: '请求内容有误', en: 'The request is not valid' }, remedy: { zh: '按 errors 中各字段路径逐一改正后重新提交', en: 'Mend every field named in errors and send it again' } },
  'request.unreadable': { status: 400, severity: 'warning', title: { zh: '请求无法解析', en: 'The request cannot be read' }, remedy: { zh: '请以 application/json 提交合法 JSON', en: 'Send well-formed JSON with content type application/json' } },
  'request.too-large': { status: 413, severity: 'warning', title: { zh: '请求体过大', en: 'The request body is too large' }, remedy: { zh: '缩小请求体，或使用批量导入接口', en: 'Send less, or use the import' } },
  'request.media-type': { status: 415, severity: 'warning', title: { zh: '不支持的内容类型', en: 'This content type is not supported' }, remedy: { zh: '使用 application/json', en: 'Use application/json' } },
  'request.cursor-invalid': { status: 400, severity: 'warning', title: { zh: '翻页游标无效', en: 'The cursor is not valid' }, remedy: { zh: '使用上一页 Link 头给出的地址，或去掉 cursor 从头开始', en: 'Follow the Link header of the page before, or leave the cursor out to start again' } },
  'route.not-found': { status: 404, severity: 'info', title: { zh: '没有这个地址', en: 'There is nothing at this address' }, remedy: { zh: '接口清单见 /docs', en: 'The list of addresses is at /docs' } },
  'subject.not-found': { status: 404, severity: 'info', title: { zh: '没有找到，或无权查看', en: 'Not found, or not for you to see' }, remedy: { zh: '核对编号；如应当可见，请联系管理员核对权限范围', en: 'Check the number; if you should see it, ask the administrator about your scope' } },
  'auth.required': { status: 401, severity: 'warning', title: { zh: '需要登录', en: 'Authentication is required' }, remedy: { zh: '先调用 POST /v1/auth/login 或 /v1/auth/token，并以 Bearer 令牌访问', en: 'Get a token from POST /v1/auth/login or /v1/auth/token and send it as Bearer' } },
  'auth.token-invalid': { status: 401, severity: 'warning', title: { zh: '令牌无效或已过期', en: 'The token is not valid or has expired' }, remedy: { zh: '重新登录或刷新令牌', en: 'Refresh the token or log in again' } },
  'permission.denied': { status: 403, severity: 'warning', title: { zh: '没有此项权限', en: 'This account does not have the permission' }, remedy: { zh: '请由具备该权限的岗位办理', en: 'Ask a colleague whose role has the permission named here' } },
  'idempotency.key-required': { status: 400, severity: 'warning', title: { zh: '缺少 Idempotency-Key 请求头', en: 'The Idempotency-Key header is missing' }, remedy: { zh: '为每次提交生成一个 UUID 放入 Idempotency-Key，重试时保持不变', en: 'Make a UUID for every submission, send it as Idempotency-Key, and keep it when you retry' } },
  'idempotency.key-invalid': { status: 400, severity: 'warning', title: { zh: 'Idempotency-Key 格式不符', en: 'The Idempotency-Key is not usable' }, remedy: { zh: '使用 8 到 128 个可见 ASCII 字符', en: 'Use 8 to 128 visible ASCII characters' } },
  'idempotency.key-reused': { status: 422, severity: 'warning', title: { zh: '同一 Idempotency-Key 已用于不同内容', en: 'This Idempotency-Key was used for another request' }, remedy: { zh: '内容不同请更换新的键', en: 'Make a new key for a new request' } },
  'idempotency.in-flight': { status: 409, severity: 'info', title: { zh: '同一请求正在处理', en: 'The same request is being worked on' }, remedy: { zh: '稍后用同一键重试', en: 'Retry with the same key in a moment' } },
  'precondition.required': { status: 428, severity: 'warning', title: { zh: '缺少 If-Match 请求头', en: 'The If-Match header is missing' }, remedy: { zh: '先读取当前版本的 ETag，再以 If-Match 提交', en: 'Read the current ETag first and send it as If-Match' } },
  'precondition.failed': { status: 412, severity: 'info', title: { zh: '内容已被他人更改', en: 'Somebody else has changed it meanwhile' }, remedy: { zh: '重新读取，核对变化后再提交', en: 'Read it again, look at the change, then decide' } },
  'rate.limited': { status: 429, severity: 'info', title: { zh: '请求过于频繁', en: 'Too many requests' }, remedy: { zh: '按 Retry-After 的秒数等待', en: 'Wait for the seconds named in Retry-After' } },
  'command.refused': { status: 409, severity: 'warning', title: { zh: '当前不能执行此操作', en: 'This command is refused now' }, remedy: { zh: '查看 failedGuards 与 allowedCommands', en: 'See failedGuards and allowedCommands' } },
  'command.input-missing': { status: 400, severity: 'warning', title: { zh: '操作缺少必填内容', en: 'The command lacks something that it requires' }, remedy: { zh: '补齐 missing 中的字段', en: 'Add the fields named in missing' } },
  'server.stopping': { status: 503, severity: 'info', title: { zh: '服务正在停止', en: 'The server is stopping' }, remedy: { zh: '稍后重试', en: 'Retry in a moment' } },
  'server.error': { status: 500, severity: 'error', title: { zh: '系统内部错误', en: 'Something went wrong inside the system' }, remedy: { zh: '带上 traceId 联系运维；已确认受理的内容不会丢失', en: 'Tell operations the traceId; nothing that was acknowledged is lost' } },
} as const satisfies ProblemCatalogue;

export const httpProblem = problemsOf(httpErrors);

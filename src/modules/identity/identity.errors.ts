import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

/** Refusals of this room. Those of log-in are the same for an unknown, an inactive, a locked and a mistyped account. */
export const identityErrors = {
  'auth.login-refused': { status: 401, severity: 'warning', title: { zh: '用户名或密码不正确，或该用户名已暂时锁定', en: 'The user name or password is wrong, or the name is locked for a while' }, remedy: { zh: '核对后重试；有 Retry-After 头时请等待其秒数。忘记密码请联系管理员', en: 'Check and try again; where there is a Retry-After header, wait for its seconds. If the password is lost, ask the administrator' } },
  'auth.client-refused': { status: 401, severity: 'warning', title: { zh: '客户端凭据不正确', en: 'The client credentials are wrong' }, remedy: { zh: '核对 client_id 与 client_secret；密钥遗失请由管理员新建客户端', en: 'Check client_id and client_secret; if the secret is lost, have the administrator make a new client' } },
  'auth.grant-unsupported': { status: 400, severity: 'warning', title: { zh: '不支持的授权方式', en: 'This grant type is not supported' }, remedy: { zh: 'grant_type 只能为 client_credentials；人员请使用 POST /v1/auth/login', en: 'grant_type is client_credentials; people use POST /v1/auth/login' } },
  'auth.refresh-refused': { status: 401, severity: 'warning', title: { zh: '刷新令牌无效、已过期或已使用', en: 'The refresh token is not valid, has expired or was used' }, remedy: { zh: '重新登录；每个刷新令牌只能使用一次，重复使用将结束整个会话', en: 'Log in again; a refresh token is used once, and using it twice ends the session' } },
  'account.login-taken': { status: 409, severity: 'warning', title: { zh: '该登录名已被使用', en: 'This login is taken' }, remedy: { zh: '换一个登录名', en: 'Choose another login' } },
  'account.roles-conflict': { status: 422, severity: 'warning', title: { zh: '角色不存在、不适用于此类账号，或不得与其他角色兼任', en: 'A role does not exist, is not for this kind of account, or is held alone' }, remedy: { zh: '角色清单见 GET /v1/roles；alone 为 true 的角色不得兼任', en: 'See GET /v1/roles; a role with alone: true is held with no other' } },
  'account.agency-unknown': { status: 422, severity: 'warning', title: { zh: '没有这个单位，或该单位不设账号', en: 'There is no such agency, or it has no accounts here' }, remedy: { zh: '单位目录见 GET /v1/agencies', en: 'See GET /v1/agencies' } },
  'account.region-unknown': { status: 422, severity: 'warning', title: { zh: '没有这个区域', en: 'There is no such region' }, remedy: { zh: '使用本市各区县代码，如 445102；不限区域时省略', en: 'Use codes of this city, such as 445102; leave it out for no limit' } },
  'account.own-deactivation': { status: 409, severity: 'warning', title: { zh: '不得停用本人账号', en: 'Nobody switches off his own account' }, remedy: { zh: '由另一名管理员停用', en: 'Have another administrator do it' } },
  'account.password-unchanged': { status: 422, severity: 'warning', title: { zh: '新密码与原密码相同', en: 'The new password is the old one' }, remedy: { zh: '换一个新密码', en: 'Choose another password' } },
} as const satisfies ProblemCatalogue;

export const identityProblem = problemsOf(identityErrors);

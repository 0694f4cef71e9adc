export { RepliesModule } from './replies.module.js';
export { owe, type ReplyOrigin } from './replies.service.js';
export { ReplyObligation } from './reply.entity.js';
export { REPLY } from './reply.subject.js';

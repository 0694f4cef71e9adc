export { Notice } from './notice.entity.js';
export { NoticesModule } from './notices.module.js';

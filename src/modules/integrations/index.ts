export { MailModule } from './mail/mail.module.js';

export { Channels, Refused, type Channel, type Outgoing } from './channels.service.js';
export { CHANNELS, MOMENTS } from './data/moments.data.js';
export { Delivery, Message, MessageAddress, MessageSettings } from './message.entity.js';
export { messageErrors } from './messages.errors.js';
export { MessagesModule } from './messages.module.js';

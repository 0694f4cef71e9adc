export { WatchAlert } from './watch-alert.entity.js';
export { WATCH_ALERT } from './watch-alert.subject.js';
export { WatchesModule } from './watches.module.js';

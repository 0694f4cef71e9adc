export { Takedown } from './takedown.entity.js';
export { TAKEDOWN } from './takedown.subject.js';
export { TakedownsModule } from './takedowns.module.js';

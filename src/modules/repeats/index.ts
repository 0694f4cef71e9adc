export { PunitivePack, RepeatAnswer } from './repeat.entity.js';
export { repeatErrors } from './repeats.errors.js';
export { RepeatsModule } from './repeats.module.js';

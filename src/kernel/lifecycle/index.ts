export * from './lifecycle.js';
export * from './decide.js';
export * from './validate.js';
export * from './diagram.js';
export { basisOn, groundsOf } from './basis.js';

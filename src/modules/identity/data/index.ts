export * from './types.js';
export * from './sources.data.js';
export * from './regions.data.js';
export * from './agencies.data.js';
export * from './competence.js';
export * from './competences.data.js';
export * from './measures.data.js';

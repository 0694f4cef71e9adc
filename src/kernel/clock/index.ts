export * from './types.js';
export { validateCalendarYear } from './calendar.js';
export { computeDeadline, type ClockOptions } from './compute.js';

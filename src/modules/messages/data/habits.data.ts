import type { Habits } from '../domain/due.rules.js';

/** Until the person chooses otherwise. Hours of the house, no law (内部规则，未经法规规定). */
export const USUAL_HABITS: Habits = { quietFrom: '22:00', quietUntil: '07:30', digestAt: '08:30', workingDays: true };

/** How long a message stays in the inbox. The matter itself keeps everything (内部规则，未经法规规定). */
export const KEPT_DAYS = 180;

/** The code that shows that an address is the person's own. */
export const CODE = { minutes: 30, tries: 5, againAfterSeconds: 60 } as const;

/** Lines in one message; what goes beyond is counted. */
export const MOST_LINES = 30;

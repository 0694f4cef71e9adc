import { v7 } from 'uuid';

/** UUIDv7, made in the application: rows can refer to each other before they are written. */
export const newId = (): string => v7();

import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Connections to PostgreSQL of the system and of the floor alike: the system's default. */
export const POOL = 12;
export const CONNECTIONS = 32;

export function dist(path) {
  return import(pathToFileURL(join(root, 'dist/src', path)).href);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

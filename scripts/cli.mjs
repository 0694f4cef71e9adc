// `npm run cli -- <command>`: builds when needed, then runs src/cli.ts.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

if (process.env.NODE_ENV !== 'production') build();
await import(pathToFileURL(join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/src/cli.js')).href);

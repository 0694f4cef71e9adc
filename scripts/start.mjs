// `npm start`: builds when needed, then becomes the server, so that signals reach it.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

if (process.env.NODE_ENV !== 'production') build();
await import(pathToFileURL(join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/src/main.js')).href);

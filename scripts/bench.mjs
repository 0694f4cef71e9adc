// `npm run bench`: builds the system and the bench beside it, then runs the bench. Arguments: docs/benchmarks.md.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const to = join(root, 'dist/bench');

build();
mkdirSync(to, { recursive: true });
// Types are checked by `npm run typecheck`; here they are only taken off.
for (const file of readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.ts'))) {
  const { outputText } = ts.transpileModule(readFileSync(join(root, 'bench', file), 'utf8'), { fileName: file, compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext } });
  writeFileSync(join(to, file.replace(/\.ts$/, '.js')), outputText);
}
await import(pathToFileURL(join(to, 'main.js')).href);

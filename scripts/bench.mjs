// `npm run bench`: builds the system and the bench beside it, then runs the bench. Arguments: docs/benchmarks.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
// A first word names another bench: `npm run bench -- import`.
const named = join(to, `${process.argv[2] ?? 'main'}.js`);
await import(pathToFileURL(existsSync(named) ? named : join(to, 'main.js')).href);

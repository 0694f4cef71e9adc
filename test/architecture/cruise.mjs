// Cruises the folders given, each as a repository of its own, and prints one JSON list of [folder, rule, from, to].
// A process of its own, because dependency-cruiser loads modules in ways that Jest's module registry does not know.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const options = await extractDepcruiseOptions(resolve('.dependency-cruiser.mjs'));
const root = process.cwd();
const found = [];
for (const folder of process.argv.slice(2)) {
  // As the command line does it: from inside the folder.
  process.chdir(join(root, folder));
  const { output } = await cruise(['src', 'test'].filter((name) => name === 'src' || (folder !== '.' && existsSync(name))), { ...options, baseDir: process.cwd() });
  for (const { rule, from, to } of output.summary.violations) found.push([folder, rule.name, from, to]);
}
process.stdout.write(JSON.stringify(found));

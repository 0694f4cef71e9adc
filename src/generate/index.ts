import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openapiDocument } from './openapi.js';
import { deadlinesPage, documentsPage, environmentPage, errorsPage, eventsPage, lifecyclesPage, measuresPage, permissionsPage } from './pages.js';

/** Everything that is generated and committed. Returns the paths that differ; writes them unless `check`. */
export async function generate(check: boolean): Promise<string[]> {
  const openapi = await openapiDocument();
  const files: Record<string, string> = {
    'openapi/openapi.json': `${JSON.stringify(openapi, null, 2)}\n`,
    'docs/generated/lifecycles.md': lifecyclesPage(),
    'docs/generated/permissions.md': permissionsPage(),
    'docs/generated/errors.md': errorsPage(),
    'docs/generated/environment.md': environmentPage(),
    'docs/generated/events.md': eventsPage(),
    'docs/generated/deadlines.md': deadlinesPage(),
    'docs/generated/documents.md': documentsPage(),
    'docs/generated/measures.md': measuresPage(),
  };
  const stale = Object.entries(files).filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (!check)
    for (const [path, text] of stale) {
      mkdirSync(dirname(join(process.cwd(), path)), { recursive: true });
      writeFileSync(path, text);
    }
  return stale.map(([path]) => path);
}

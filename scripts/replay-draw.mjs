// `node scripts/replay-draw.mjs draw.json`: who must have been drawn, from the answer of GET /v1/check-draws/{id}. Needs nothing but Node.js, and nothing of the system:
// whoever has the file can check the lot. Prints a line for each firm: identifier, tab, its officers separated by spaces.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { pool, poolSha256, seed, shareGeneral, shareKey, officers, officersPerCheck } = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const sorted = (list, text) => [...list].sort((a, b) => (sha256(text(a)) < sha256(text(b)) ? -1 : 1));

if (seed === null) throw new Error('The lot has not fallen yet');
if (sha256(pool.map(({ identifier, key }) => `${identifier}\t${key ?? ''}`).sort().join('\n')) !== poolSha256) throw new Error('The pool is not the one that was frozen');
for (const [group, share] of [[pool.filter(({ key }) => key !== null), shareKey], [pool.filter(({ key }) => key === null), shareGeneral]]) {
  for (const { identifier } of sorted(group, ({ identifier }) => `${seed}\n${identifier}`).slice(0, Math.ceil((group.length * share) / 100))) {
    const chosen = sorted(officers, (officer) => `${seed}\n${identifier}\n${officer}`).slice(0, officersPerCheck);
    process.stdout.write(`${identifier}\t${chosen.join(' ')}\n`);
  }
}

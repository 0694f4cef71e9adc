// Runs the very commands that the banner prints, then accepts what was filed as an officer.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';

const banner = readFileSync(process.argv[2], 'utf8');
const lines = banner.split('\n').map((line) => line.trim());
const commands = lines.filter((line) => line.startsWith('TOKEN=') || line.startsWith('curl '));
assert.equal(commands.length, 2, 'the banner prints how to log in and how to file');
const filed = JSON.parse(execFileSync('bash', ['-c', commands.join('\n')], { encoding: 'utf8' }));
assert.equal(filed.state, 'registered');
assert.equal(filed.route.agency, 'chaoan-market-regulation');
assert.ok(filed.route.basis.article.length > 0);
// Two clocks: the report's, and that of the answer which the line is owed.
const clocks = [...filed.deadlines, ...filed.reply.deadlines];
assert.deepEqual(clocks.map(({ kind }) => kind), ['report.verification', 'hotline12345.complaint']);
assert.ok(clocks.every(({ derivation, legalDue }) => derivation.length > 2 && legalDue !== null));

const url = /address: +(\S+)/.exec(banner)[1];
const password = /all with the password (\S+)/.exec(banner)[1];
const post = async (path, body, headers = {}) => (await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })).json();
const { accessToken } = await post('/v1/auth/login', { username: 'demo-enforcement-officer', password });
const accepted = await post(`/v1/complaints/${filed.id}/accept`, {}, { authorization: `Bearer ${accessToken}`, 'idempotency-key': 'ci-accept-1', 'if-match': `"${filed.version}"` });
assert.equal(accepted.state, 'accepted');
console.log(`filed ${filed.receiptNumber} → ${filed.route.agency} by rule ${filed.route.rule}; accepted`);

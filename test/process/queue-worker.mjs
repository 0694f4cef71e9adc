// A process that works on queues and nothing else: `node queue-worker.mjs`, what it is to do in its environment. It says each
// job that it has done on a line, and ends over the job that is poisoned.
import { Logger } from '@nestjs/common';
import { Queues } from '../../dist/src/platform/queues/queues.js';

Logger.overrideLogger(false);
const { ADDRESS, CATALOGUES, POISON, LOCK } = process.env;
const queues = new Queues(JSON.parse(ADDRESS), JSON.parse(CATALOGUES), Number(LOCK));
const say = (line) => process.stdout.write(`${line}\n`);

queues.handle('line.do', async ({ outboxId }) => {
  if (outboxId === POISON) {
    process.stdout.write('poisoned\n', () => process.kill(process.pid, 'SIGKILL'));
    await new Promise(() => undefined);
  }
  await new Promise((next) => setTimeout(next, 5));
});
queues.whenSettled({ done: async (ids) => ids.forEach((id) => say(`done ${id}`)), gaveUp: async ({ data, reason }) => say(`gave up ${data.outboxId}: ${reason}`) });
queues.work();
process.once('SIGTERM', () => void queues.close().then(() => process.exit(0)));
say('at work');

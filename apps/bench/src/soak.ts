/**
 * `npm run soak [-- --minutes N] [--pledges N]`: announcements beside clients who ask much, for as long as is wanted; prints memory and
 * answers every ten seconds. It ends with 1 when the server grew past its memory, failed, or lost an announcement's answer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { residentMb } from './process-cost.ts';
import { progressOn } from './progress.ts';
import { announceSteadily, askMuch, percentile } from './read-load.ts';
import { startOn } from './reads.ts';
import { fillRegister } from './varied-register.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, pledges: { type: 'string', default: '50000' } },
});
const ROUND_SECONDS = 10;
const MOST_MB = 600;

const progress = progressOn(process.stderr);
const folder = mkdtempSync(join(tmpdir(), 'pledgeline-soak-'));
const agent = new Agent({ keepAlive: true, maxSockets: 4000 });
await fillRegister(folder, Number(values.pledges), progress);
const { url, pid, stop } = await startOn(folder, progress);
progress.done();
const ended = new AbortController();
const asking = askMuch(agent, url, 16, 20, ended.signal);
const rounds = Math.ceil((Number(values.minutes) * 60) / ROUND_SECONDS);
let most = 0;
try {
  for (let round = 1; round <= rounds; round += 1) {
    const latencies = await announceSteadily(agent, url, 50, ROUND_SECONDS);
    const resident = residentMb(pid);
    most = Math.max(most, resident);
    const p99 = percentile(latencies, 0.99).toFixed(0);
    process.stdout.write(
      `${round * ROUND_SECONDS} s  p99 of POST ${p99} ms  resident ${resident.toFixed(0)} MiB\n`,
    );
  }
} finally {
  ended.abort();
  const statuses = await asking;
  await stop();
  agent.destroy();
  rmSync(folder, { recursive: true, force: true });
  const answered = [...statuses].map(([status, count]) => `${count} times ${status}`).join(', ');
  process.stdout.write(`most resident ${most.toFixed(0)} MiB (at most ${MOST_MB}); answered ${answered}\n`);
  if (most > MOST_MB || [...statuses.keys()].some((status) => status === 500)) process.exitCode = 1;
}

// The README's first command, as a newcomer runs it: the demo must print its report, then really serve.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const DEADLINE = Date.now() + 120_000;
const env = { ...process.env, PORT: '0' };
delete env.PLEDGELINE_DEMO_EXIT;
const demo = spawn('npm', ['run', 'demo'], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
let said = '';
demo.stdout.setEncoding('utf8').on('data', (chunk) => {
  said += chunk;
  process.stdout.write(chunk);
});

const answer = async (url) => {
  try {
    return (await fetch(url)).status;
  } catch {
    return 0;
  }
};

/** What is still missing, or nothing when the demo has shown all it promises. */
const missing = async () => {
  const origin = /http:\/\/(127\.0\.0\.1|localhost|\[::1\]):[1-9]\d*/.exec(said)?.[0];
  if (!origin) return 'an address to open';
  if (!/deployed/i.test(said)) return 'a report that reaches deployment';
  for (const path of ['/health/ready', '/reports/progress'])
    if ((await answer(origin + path)) !== 200) return `200 from ${path}`;
};

let lack = await missing();
while (lack && demo.exitCode === null && Date.now() < DEADLINE) {
  await pause(250);
  lack = await missing();
}
if (demo.exitCode === null) {
  // Still serving two seconds later: a demo that ends by itself is not one that serves.
  await pause(2000);
  if (demo.exitCode === null) process.kill(-demo.pid, 'SIGTERM');
  else lack ??= 'a demo that keeps serving';
}
if (lack) console.error(`the demo lacks: ${lack}`);
process.exitCode = lack ? 1 : 0;

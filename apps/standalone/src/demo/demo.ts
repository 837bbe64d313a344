/**
 * `npm run demo`: the real server on an empty data folder, 197 real pledges, three of them on their way, and what the
 * register then knows. Keeps serving, so that the reader can go on by hand. PLEDGELINE_URL names a server that is there
 * already and has no pledges yet; OIDC_ISSUER, OIDC_AUDIENCE and OIDC_CLIENT_SECRET get tokens for it (docs/sign-in.md).
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LINKS_FILE, signInLinks } from '@pledgeline/runtime/sign-in-links';
import { onStopRequest } from '@pledgeline/runtime/stop-request';
import { pledgeline } from './cli.ts';
import { httpClient } from './http-client.ts';
import type { Identify } from './identity.ts';
import { people } from './people.ts';
import { gapLine, reportTables } from './report.ts';
import { CannotStart, serverFor, type DemoServer } from './server.ts';
import { runThreePledges } from './three-pledges.ts';
import type { Done } from './act-runner.ts';

const dataFile = (name: string): string =>
  fileURLToPath(new URL(`../../../../libs/contracts/data/${name}`, import.meta.url));

const heading = (text: string): void => console.log(`\n== ${text}\n`);

/** Pages first: people would rather look than read. */
const greet = (url: string, keeps: string): void => {
  console.log(`Open ${url}/console/ in a browser\n\nPledgeline serves on ${url} from ${keeps}`);
};

/** To the first page of each role. A file of a run gets no secrets: it is told where they are. */
const showLinks = (keeps: string): void => {
  heading('Sign in, each once, on this machine');
  const lines = process.stdout.isTTY
    ? signInLinks(keeps).map(({ account, href }) => `${account.padEnd(14)}${href}`)
    : [`links for each role are in ${join(keeps, LINKS_FILE)}`];
  console.log(lines.map((line) => `  ${line}`).join('\n'));
};

const reportAct = ({ act, answer }: Done): void => {
  console.log(`  ${act.who.role.padEnd(8)}${act.says}`);
  if (answer.status < 300) return;
  const { code, detail } = answer.body;
  console.log(`  ${' '.repeat(8)}-> refused: ${answer.status} ${String(code)}: ${String(detail)}`);
};

const show = async (
  { url, identify, keeps, rejectsFile }: DemoServer,
  stopped: AbortSignal,
): Promise<void> => {
  greet(url, keeps);

  heading('197 real pledges, 2014 to 2025, from the conferences at which they were made');
  const rejects = ['--rejects', rejectsFile];
  const desk = await identify(people.desk);
  await pledgeline(stopped, url, desk, 'import', dataFile('conferences.csv'), ...rejects);
  await pledgeline(stopped, url, desk, 'import', dataFile('pledges-real.csv'), ...rejects);

  heading('Three of them on their way');
  const server = httpClient(url, identify);
  const today = (process.env.PLEDGELINE_FIXED_TIME ?? new Date().toISOString()).slice(0, 10);
  const { deployed, hospitalGap, after } = await runThreePledges(server, today, reportAct);

  heading('The history of the first: npx pledgeline history …');
  await pledgeline(stopped, url, desk, 'history', deployed);

  heading('Progress');
  const known = `after=${encodeURIComponent(after)}`;
  const report = await server.ask(people.desk, `/reports/progress?${known}`);
  console.log(reportTables(report.body).join('\n'));
  const gap = await server.ask(people.desk, `/gaps/${hospitalGap}?${known}`);
  console.log(`\n  ${gapLine(gap.body)}`);

  heading('What to try');
  const { PLEDGELINE_URL, PLEDGELINE_IDENTITY } = process.env;
  const signsInHere = PLEDGELINE_URL === undefined && PLEDGELINE_IDENTITY !== 'headers';
  const lines = [
    `${url}/console/`,
    `${url}/docs`,
    `npx pledgeline history ${deployed} --url ${url}   # what is public of it`,
    ...(signsInHere ? [`npx pledgeline sign-in --as SFGC --data ${keeps}`] : []),
    `curl -s ${await asCurl(identify)} '${url}/work-queue'`,
  ];
  console.log(lines.map((line) => `  ${line}`).join('\n'));
  if (signsInHere) showLinks(keeps);
};

/** A session of the demo's own server may be shown to who watches: it ends with it. No file gets it, nor a token of an issuer. */
const asCurl = async (identify: Identify): Promise<string> =>
  Object.entries(await identify(people.sfgc))
    .map(([name, value]) =>
      name === 'authorization' && (process.env.PLEDGELINE_URL !== undefined || !process.stdout.isTTY)
        ? `-H "${name}: Bearer $TOKEN"`
        : `-H '${name}: ${value}'`,
    )
    .join(' ');

const serve = async ({ url, ended }: DemoServer, stopped: AbortSignal): Promise<number> => {
  console.log(`\nServing on ${url} until Ctrl-C.`);
  const code = await ended;
  // A terminal sends its Ctrl-C to the server, too.
  if (stopped.aborted) return 0;
  console.error(`the server ended by itself (${code ?? 'killed'})`);
  return 1;
};

/** So many pledges that nobody made, in place of the real ones; null for these. @throws {CannotStart} */
const simulatedAsked = (args: readonly string[]): number | null => {
  if (args.length === 0) return null;
  const [option, number, ...others] = args;
  const pledges = Number(number);
  if (option === '--simulate' && others.length === 0 && Number.isInteger(pledges) && pledges > 0)
    return pledges;
  throw new CannotStart(`the demo takes --simulate and a number of pledges, not ${args.join(' ')}`);
};

const showSimulated = async (
  { url, identify, keeps }: DemoServer,
  pledges: number,
  stopped: AbortSignal,
): Promise<void> => {
  greet(url, keeps);
  heading(`SIMULATED: ${pledges} pledges that nobody made, through five years`);
  const admin = await identify(people.admin);
  await pledgeline(stopped, url, admin, 'simulate', String(pledges), '--role', 'ADMIN');
  heading('SIMULATED: progress');
  const report = await httpClient(url, identify).ask(people.desk, '/reports/progress');
  console.log(reportTables(report.body).join('\n'));
};

const perform = async (
  server: DemoServer,
  simulated: number | null,
  stopped: AbortSignal,
): Promise<number> => {
  if (simulated === null) await show(server, stopped);
  else await showSimulated(server, simulated, stopped);
  const { PLEDGELINE_DEMO_EXIT, PLEDGELINE_URL } = process.env;
  return PLEDGELINE_DEMO_EXIT === '1' || PLEDGELINE_URL !== undefined ? 0 : await serve(server, stopped);
};

const run = async (stopped: AbortSignal): Promise<number> => {
  const simulated = simulatedAsked(process.argv.slice(2));
  const server = await serverFor({
    ...process.env,
    ...(simulated !== null && { PLEDGELINE_SIMULATION: '1' }),
  });
  const asked = once(stopped, 'abort').then(() => 0);
  const performed = perform(server, simulated, stopped);
  // What it is in the middle of fails when the server stops, and nobody waits for it any more.
  performed.catch(() => undefined);
  try {
    return stopped.aborted ? 0 : await Promise.race([asked, performed]);
  } finally {
    await server.stop();
  }
};

/** It may be asked to stop at any time, also while it starts or runs its scenario. */
const asked = new AbortController();
onStopRequest(process.env, () => {
  asked.abort();
});
process.exitCode = await run(asked.signal).catch((error: unknown) => {
  if (asked.signal.aborted) return 0;
  console.error(error instanceof CannotStart ? `demo: ${error.message}` : error);
  return 1;
});

/** Bundles of a real server, brought and checked by the command line as an auditor runs it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tamper } from '@pledgeline/adapters/testing';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { proofClient } from './testing/proof-client.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Of what is done before all tests. */
const COUNT = 7;

const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);
const data = at('data');
const key = join(data, 'proof-keys', 'signing.vkey');
let server: Hosted;
let first: string;
let pledge: string;

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: data });
  const post = poster(asker(server.url));
  const one = await post('/pledges', offer('Battalion 0'));
  first = String(one.headers.get('location')).slice('/pledges/'.length);
  await proofClient(server.url, data).covering(1);
  writeFileSync(at('first'), await (await fetch(`${server.url}/proof/checkpoint`)).text());
  for (let n = 1; n < 5; n += 1) await post('/pledges', offer(`Battalion ${n}`));
  const announced = await post('/pledges', offer('A battalion'));
  const location = String(announced.headers.get('location'));
  pledge = location.slice('/pledges/'.length);
  const acknowledged = await post(`${location}/acknowledgement`, {
    acknowledgementReference: 'DPO/2021/4471',
  });
  expect(acknowledged.status).toBe(200);
  await proofClient(server.url, data).covering(COUNT);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const bundled = async (out: string, ...more: readonly string[]) => {
  const ran = await runCli(['audit', 'bundle', '--url', server.url, '--out', at(out), ...more]);
  if (ran.code !== 0) throw new Error(ran.err);
};
const verify = (file: string, ...more: readonly string[]) => runCli(['audit', 'verify', at(file), ...more]);

it('a bundle of a pledge is checked offline, and replayed', async () => {
  await bundled('one.zip', '--pledge', pledge);
  const { code, out, err } = await verify('one.zip', '--key', key);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`pledge-${pledge}@0  PledgeAnnounced  ANNOUNCED`);
  expect(out).toMatch(/replayed, from the first event to the last: 1 of the pledges/);
  const json = (await verify('one.zip', '--key', key, '--json')).out.trim().split('\n');
  const lines = json.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ stream: `pledge-${pledge}`, revision: 0, keptBack: 0 });
  expect(lines.at(-1)).toMatchObject({ trusted: true, complete: true, replayed: 1, inPart: 0 });
});

it('a bundle for the public is checked as well, says what is kept back, and replays nothing', async () => {
  await bundled('public.zip', '--pledge', pledge, '--role', 'PUBLIC');
  const { code, out } = await verify('public.zip', '--key', key);
  expect(code).toBe(0);
  expect(out).toMatch(/which may be a part of what there is; parts kept back: [1-9]/);
  expect(out).toMatch(/not replayed, since they are shown in part: 1 of the pledges/);
});

it('without a key it names who says to have signed, and trusts nobody', async () => {
  await bundled('nokey.zip', '--pledge', pledge);
  const { code, err } = await verify('nokey.zip');
  expect([code, err]).toEqual([5, expect.stringContaining('which you have not told me to trust')]);
});

it('a bundle of everything has every leaf of the tree', async () => {
  await bundled('all.zip', '--all');
  expect((await verify('all.zip', '--key', key, '--whole')).code).toBe(0);
  const part = await verify('one.zip', '--key', key, '--whole');
  expect([part.code, part.err]).toEqual([
    5,
    expect.stringMatching(/Leaf \d+ of the tree is not in the bundle/),
  ]);
});

it.each<[string, readonly string[], number]>([
  ['a conference', ['--conference', 'none'], 6],
  ['a conference without pledges', ['--conference', '2021-seoul'], 0],
  ['a state', ['--member-state', 'RWA'], 6],
  ['a state by its name, and a conference', ['--member-state', 'Rwanda', '--conference', 'none'], 6],
  ['several pledges', ['--pledge', 'FIRST', 'PLEDGE'], 2],
])('a bundle of %s has its pledges, and is checked', async (_, choice, count) => {
  const named = choice.map((one) => one.replace('PLEDGE', pledge).replace('FIRST', first));
  await bundled('chosen.zip', ...named);
  const { code, out } = await verify('chosen.zip', '--key', key, '--json');
  const lines = out.trim().split('\n');
  const streams = new Set(lines.slice(0, -1).map((line) => (JSON.parse(line) as { stream: string }).stream));
  expect([code, streams.size]).toEqual([0, count]);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ complete: true, replayed: count });
});

it('the proof of one event is checked, too, and held against an older checkpoint by the log itself', async () => {
  const answer = await fetch(`${server.url}/pledges/${pledge}/proof/0`);
  writeFileSync(at('one.tlog-proof'), await answer.text());
  const { code, out } = await verify('one.tlog-proof', '--key', key);
  expect([code, out]).toEqual([0, expect.stringContaining('PledgeAnnounced')]);
  const older = ['--key', key, '--checkpoint', at('first')];
  const alone = await verify('one.tlog-proof', ...older);
  expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('name the log with --server')]);
  const asked = await verify('one.tlog-proof', ...older, '--server', `${server.url}/proof`);
  expect([asked.code, asked.err]).toEqual([0, '']);
  const away = await verify('one.tlog-proof', ...older, '--server', 'http://127.0.0.1:9/proof');
  expect(away.code).toBe(3);
  const whole = await verify('one.tlog-proof', '--key', key, '--whole');
  expect([whole.code, whole.err]).toEqual([2, expect.stringContaining('for a bundle of --all')]);
  const changed = readFileSync(at('one.tlog-proof'), 'utf8').replace(/index \d+/, 'index 1');
  writeFileSync(at('other.tlog-proof'), changed);
  expect((await verify('other.tlog-proof', '--key', key)).code).toBe(5);
});

it.each<[string, readonly string[], number, string]>([
  ['a pledge that there is not', ['--pledge', '2021-seoul/RWA/INF-BN-00000'], 4, 'here is no pledge'],
  ['nothing', [], 2, 'name pledges with --pledge'],
  ['two things', ['--all', '--conference', 'none'], 2, 'name pledges with --pledge'],
  ['a conference that nobody knows', ['--conference', '1900-x'], 4, '1900-x'],
  ['a state that nobody knows', ['--member-state', 'Atlantis'], 4, 'Atlantis'],
  ['everything, for who may not read it', ['--all', '--role', 'PUBLIC'], 4, 'may read all'],
])('asking for %s is refused', async (_, more, code, says) => {
  const ran = await runCli(['audit', 'bundle', '--url', server.url, '--out', at('none.zip'), ...more]);
  expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(says)]);
});

/** Last: the store stays as it is. */
it('an event that was changed and signed anew is found by an older checkpoint', async () => {
  writeFileSync(at('older'), await (await fetch(`${server.url}/proof/checkpoint`)).text());
  await poster(asker(server.url))('/pledges', offer('One more'));
  await proofClient(server.url, data).covering(COUNT + 1);
  await bundled('newer.zip', '--pledge', pledge, '--checkpoint', at('older'));
  expect((await verify('newer.zip', '--key', key, '--checkpoint', at('older'))).code).toBe(0);
  // The same by the word of the log, for a bundle that was exported without it.
  await bundled('without.zip', '--pledge', pledge);
  const asked = await verify(
    'without.zip',
    '--key',
    key,
    '--checkpoint',
    at('older'),
    '--server',
    `${server.url}/proof`,
  );
  expect(asked.code).toBe(0);
  // Of the very tree.
  const without = await verify('all.zip', '--key', key, '--checkpoint', at('older'));
  expect(without.code).toBe(0);
  await server.close();
  tamper(
    join(data, 'events.sqlite'),
    "UPDATE events SET event = replace(event, 'Battalion 3', 'Battalion 8')",
  );
  rmSync(join(data, 'proof.sqlite'));
  server = await hostStandalone({ PLEDGELINE_DATA: data });
  await proofClient(server.url, data).covering(COUNT + 1);
  await bundled('changed.zip', '--all', '--checkpoint', at('older'));
  expect((await verify('changed.zip', '--key', key)).code).toBe(0);
  const told = await verify(
    'changed.zip',
    '--key',
    key,
    '--checkpoint',
    at('older'),
    '--server',
    `${server.url}/proof`,
  );
  expect([told.code, told.err]).toEqual([5, expect.stringContaining('does not go on from')]);
  const found = await verify('changed.zip', '--key', key, '--checkpoint', at('older'));
  expect([found.code, found.err]).toEqual([
    5,
    expect.stringContaining('does not go on from the older checkpoint'),
  ]);
});

/** A server whose heads witnesses sign, and an auditor who wants their signatures. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@pledgeline/event-sourcing/testing';
import { standInWitness } from '@pledgeline/runtime/testing';
import type { StandInWitness } from '@pledgeline/runtime/testing';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const AUDITOR = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };
const SIGNED_AT = '2027-01-15T08:00:00.000Z';

const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);
const keys = at('keys');
const key = join(keys, 'signing.vkey');
let [mission, auditor]: StandInWitness[] = [];
let server: Hosted;

const written = (name: string, ...lines: readonly string[]): string => {
  writeFileSync(at(name), `${lines.join('\n')}\n`);
  return at(name);
};
const hosted = (data: string): Promise<Hosted> =>
  hostStandalone({
    PLEDGELINE_DATA: at(data),
    PLEDGELINE_PROOF_KEYS: keys,
    PLEDGELINE_PROOF_WITNESSES: at('policy'),
  });
const announce = async (url: string, text: string): Promise<void> =>
  expect((await poster(asker(url))('/pledges', offer(text))).status).toBe(201);
const monitor = (policy: string, state: string) =>
  runCli([
    ...['audit', 'monitor', `${server.url}/proof`, '--key', key, '--state', at(state)],
    ...['--policy', policy, '--once'],
  ]);

beforeAll(async () => {
  const drawn = await runCli(['audit', 'keys', keys, '--origin', 'pledges.example.org/proof', '--json']);
  const { verifierKey } = JSON.parse(drawn.out) as { verifierKey: string };
  mission = await standInWitness('mission', '21', verifierKey);
  auditor = await standInWitness('auditor', '43', verifierKey);
  written('policy', mission.policyLine, auditor.policyLine, 'group both all mission auditor', 'quorum both');
  server = await hosted('data');
  await announce(server.url, 'A battalion');
  // Folder of keys and of data are two here.
  await until('they have signed', async () => /\n1\n/.test(await noteAt('cosigned')));
});
afterAll(async () => {
  await server.close();
  mission!.close();
  auditor!.close();
  folder.remove();
});

const noteAt = async (door: string): Promise<string> => (await fetch(`${server.url}/proof/${door}`)).text();

it('serves the head with their signatures, and says who has signed when', async () => {
  expect(await noteAt('checkpoint')).toBe(await noteAt('cosigned'));
  const { body } = await asker(server.url)('/operations/proof', { headers: AUDITOR });
  expect(body.witnesses).toEqual(
    ['mission', 'auditor'].map((name) => ({ name, cosignedSize: 1, cosignedAt: SIGNED_AT, failure: null })),
  );
});

it('an auditor who wants them is told who has signed when', async () => {
  const { code, out, err } = await monitor(at('policy'), 'heads');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`1 leaves are signed by mission (${SIGNED_AT}), auditor (${SIGNED_AT})`);
  const bundle = await fetch(`${server.url}/proof/bundle?all=true`, { headers: AUDITOR });
  writeFileSync(at('bundle.zip'), Buffer.from(await bundle.arrayBuffer()));
  const verified = await runCli([
    'audit',
    'verify',
    at('bundle.zip'),
    '--key',
    key,
    '--policy',
    at('policy'),
  ]);
  expect([verified.code, verified.err]).toEqual([0, '']);
  expect(verified.out).toContain(`signed by witnesses, too: mission (${SIGNED_AT}), auditor (${SIGNED_AT})`);
});

it('an auditor who wants one more is told that it is missing', async () => {
  const third = await standInWitness('third', '65', null);
  third.close();
  const policy = written(
    'strict',
    ...[mission!.policyLine, third.policyLine, 'group both all mission third', 'quorum both'],
  );
  const says = `Not as many witnesses have signed the checkpoint as the policy wants: only mission (${SIGNED_AT}).`;
  const looked = await monitor(policy, 'strict-heads');
  expect([looked.code, looked.err]).toEqual([5, expect.stringContaining(says)]);
  const verified = await runCli(['audit', 'verify', at('bundle.zip'), '--key', key, '--policy', policy]);
  expect([verified.code, verified.err]).toEqual([5, expect.stringContaining(says)]);
});

it('a log without witnesses is refused to an auditor who wants them', async () => {
  const alone = await hostStandalone({ PLEDGELINE_DATA: at('alone'), PLEDGELINE_PROOF_KEYS: keys });
  await until('it signs', async () => (await fetch(`${alone.url}/proof/checkpoint`)).ok);
  const { code, err } = await runCli([
    ...['audit', 'monitor', `${alone.url}/proof`, '--key', key, '--state', at('alone-heads')],
    ...['--policy', at('policy'), '--once'],
  ]);
  expect([code, err]).toEqual([5, expect.stringContaining('no head with the witnesses that --policy wants')]);
  await alone.close();
});

it('a history that was changed while the file of the log was lost is found by what they saw', async () => {
  const other = await hosted('other');
  await until('it is found', async () => (await asker(other.url)('/health/ready')).status === 503);
  const { body } = await asker(other.url)('/health/ready', { headers: AUDITOR });
  expect(body.because).toEqual([
    'the log of proofs stopped: HISTORY_CHANGED: the witness mission has signed a head of 1 leaves, and the store has 0 events',
  ]);
  expect((await asker(other.url)('/proof/checkpoint')).status).toBe(503);
  await announce(other.url, 'Work goes on');
  await other.close();
});

it.each([
  ['nonsense', ['nonsense'], /Line 1 of the policy: nonsense/],
  ['no quorum', [], /which quorum/],
  ['no address', ['witness W KEY', 'quorum none'], /nobody can be asked/],
  ['an address that is none', ['witness W KEY ftp://w.example', 'quorum W'], /the address of W/],
  ['a password in an address', ['witness W KEY https://a:b@w.example', 'quorum W'], /the address of W/],
  ['a quorum of one without an address', ['WITNESS', 'witness W KEY', 'quorum W'], /have no address/],
])('a policy with %s is refused at the start, by its line or its name', async (_, lines, says) => {
  const [, , vkey = ''] = auditor!.policyLine.split(' ');
  const file = written(
    'wrong',
    ...lines.map((line) => line.replace('KEY', vkey).replace('WITNESS', mission!.policyLine)),
  );
  await expect(
    hostStandalone({ PLEDGELINE_DATA: at('refused'), PLEDGELINE_PROOF_WITNESSES: file }),
  ).rejects.toMatchObject({ name: 'CannotStart', message: expect.stringMatching(says) });
});

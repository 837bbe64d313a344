/** A log whose key is changed: whoever trusts the one before is led to the next, and after 90 days the one before signs no more. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@pledgeline/event-sourcing/testing';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const AUDITOR = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const keys = at('data/proof-keys');
let server: Hosted;
/** Files of the keys that an auditor was given, by their order. */
const given: string[] = [];

const hosted = async (after = 0): Promise<void> => {
  server = await hostStandalone({
    PLEDGELINE_DATA: at('data'),
    ...(after > 0 && { PLEDGELINE_FIXED_TIME: new Date(Date.now() + after * DAY_MS).toISOString() }),
  });
};
const noteAt = async (door: string): Promise<string> => (await fetch(`${server.url}/proof/${door}`)).text();
const covered = async (size: number): Promise<void> =>
  until('the head covers them', async () => (await noteAt('checkpoint')).split('\n')[1] === String(size));
const announce = async (text: string, size: number): Promise<void> => {
  expect((await poster(asker(server.url))('/pledges', offer(text))).status).toBe(201);
  await covered(size);
};
const keep = (): void => {
  given.push(at(`key-${given.length}.vkey`));
  cpSync(join(keys, 'signing.vkey'), given.at(-1)!);
};
const idOf = (key: number): string => readFileSync(given[key]!, 'utf8').split('+')[1]!;
/** Ids of the keys that stand below a note, in its order. */
const idsBelow = (note: string): string[] =>
  note
    .slice(note.lastIndexOf('\n\n') + 2)
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('hex', 0, 4));
const monitor = (key: number, state: string) =>
  runCli([
    ...['audit', 'monitor', `${server.url}/proof`, '--key', given[key]!, '--state', at(state), '--once'],
  ]);
const rotate = async (): ReturnType<typeof runCli> => {
  writeFileSync(at('head'), await noteAt('checkpoint'));
  await server.close();
  return runCli(['audit', 'keys', keys, '--rotate', '--checkpoint', at('head')]);
};
const bundle = async (name: string): Promise<void> => {
  const answer = await fetch(`${server.url}/proof/bundle?all=true`, { headers: AUDITOR });
  expect(answer.status).toBe(200);
  writeFileSync(at(name), Buffer.from(await answer.arrayBuffer()));
};
const verify = (name: string, key: number) => runCli(['audit', 'verify', at(name), '--key', given[key]!]);

it('is changed once, with 90 days in which both sign, and once more after them', async () => {
  await hosted();
  await announce('One', 1);
  keep();
  expect((await fetch(`${server.url}/proof/keys`)).status).toBe(404);
  expect((await monitor(0, 'heads')).code).toBe(0);
  await bundle('before.zip');

  expect(await rotate()).toMatchObject({ code: 0, err: '' });
  keep();
  await hosted();
  // Also the head that was there is signed by the next key.
  await until('both have signed', async () => idsBelow(await noteAt('checkpoint')).length === 2);
  expect(idsBelow(await noteAt('checkpoint')).toSorted()).toEqual([idOf(0), idOf(1)].toSorted());
  await announce('Two', 2);
  expect(idsBelow(await noteAt('checkpoint')).toSorted()).toEqual([idOf(0), idOf(1)].toSorted());
  const log = (await (await fetch(`${server.url}/proof/log`)).json()) as { verifierKeys: string[] };
  expect(log.verifierKeys.map((key) => key.split('+')[1])).toEqual([idOf(1), idOf(0)]);
  const statement = await noteAt('keys');
  expect(statement.split('\n').slice(0, 5)).toEqual([
    ...['pledgeline-key/v1', log.verifierKeys[0]!.split('+')[0], log.verifierKeys[0], '1', ''],
  ]);
  expect(idsBelow(statement)).toEqual([idOf(0)]);
  for (const key of [0, 1]) expect(await monitor(key, `heads-of-${key}`)).toMatchObject({ code: 0, err: '' });
  await bundle('both.zip');
  for (const key of [0, 1]) expect(await verify('both.zip', key)).toMatchObject({ code: 0, err: '' });

  // While both sign there is no further change.
  const again = await rotate();
  expect([again.code, again.err]).toEqual([4, expect.stringContaining('signs until')]);

  await hosted(91);
  await announce('Three', 3);
  expect(idsBelow(await noteAt('checkpoint'))).toEqual([idOf(1)]);
  // Who trusts the one before is led on, whatever he kept.
  for (const state of ['heads', 'heads-of-0', 'fresh'])
    expect(await monitor(0, state)).toMatchObject({ code: 0, err: '' });
  await bundle('after.zip');
  for (const key of [0, 1]) expect(await verify('after.zip', key)).toMatchObject({ code: 0, err: '' });
  expect((await verify('before.zip', 1)).code).toBe(5);
  await server.close();
});

it('a change that broke off is not started with, and goes on where it was', async () => {
  const file = (name: string): string => readFileSync(join(keys, name), 'utf8');
  const signing = file('signing.key');
  // As it stands before the last step of a change.
  writeFileSync(join(keys, 'signing.key'), file('former.key'));
  writeFileSync(join(keys, 'next.key'), signing);
  await expect(hosted()).rejects.toMatchObject({
    name: 'CannotStart',
    message: expect.stringContaining('was not finished'),
  });
  expect(await runCli(['audit', 'keys', keys, '--rotate', '--checkpoint', at('head')])).toMatchObject({
    ...{ code: 0, err: '' },
  });
  expect(file('signing.key')).toBe(signing);
  await hosted();
  await covered(3);
  await server.close();
});

it.each([
  ['--rotate without a checkpoint', ['--rotate'], 2],
  ['--rotate with another origin', ['--rotate', '--checkpoint', 'head', '--origin', 'other.example'], 2],
  ['neither', [], 2],
  ['a checkpoint that another key has signed', ['--rotate', '--checkpoint', 'other'], 2],
  ['a checkpoint that is not there', ['--rotate', '--checkpoint', 'nowhere'], 2],
])('%s changes nothing', async (_, options, code) => {
  writeFileSync(
    at('other'),
    readFileSync(at('head'), 'utf8').replaceAll('pledgeline.invalid', 'other.invalid'),
  );
  const before = readFileSync(join(keys, 'signing.key'), 'utf8');
  const named = options.map((option) =>
    ['head', 'other', 'nowhere'].includes(option) ? at(option) : option,
  );
  expect((await runCli(['audit', 'keys', keys, ...named])).code).toBe(code);
  expect(readFileSync(join(keys, 'signing.key'), 'utf8')).toBe(before);
});

/** The log of proofs while its disk is full: commands go on, operations and readiness say so, and it goes on by itself. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fillWal } from '@pledgeline/adapters/testing';
import { until } from '@pledgeline/event-sourcing/testing';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import { launchStandalone } from './testing/launch-standalone.ts';
import { goesOn, proofClient } from './testing/proof-client.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const AUDITOR = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };
const MIB = 2 ** 20;
/** More than all files of a server with some events, and less than what the log of proofs has written before. */
const LIMIT = 4 * MIB;

it('holds up nothing, is said, and ends when there is room again', async () => {
  const folder = temporaryFolder();
  const first = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  expect((await poster(asker(first.url))('/pledges', offer('Before'))).status).toBe(201);
  const before = await proofClient(first.url, folder.path).covering(1);
  await first.close();
  // There is no room behind it.
  fillWal(join(folder.path, 'proof.sqlite'), 2 * LIMIT);
  expect(statSync(join(folder.path, 'proof.sqlite-wal')).size).toBeGreaterThan(LIMIT);

  const server = launchStandalone({ PLEDGELINE_DATA: folder.path }, { fileBlocks: LIMIT / 512 });
  const url = await server.url;
  const ask = asker(url);
  const status = async () => (await ask('/operations/proof', { headers: AUDITOR })).body;
  const client = proofClient(url, folder.path);
  expect((await poster(ask)('/pledges', offer('On a full disk'))).status).toBe(201);
  await until('it cannot write', async () => (await status()).state === 'retrying');
  expect(await status()).toMatchObject({ failure: { code: 'NOT_AVAILABLE' } });
  for (let n = 0; n < 20; n += 1)
    expect((await poster(ask)('/pledges', offer(`Work goes on, ${n}`))).status).toBe(201);
  expect(await client.checkpoint()).toMatchObject({ size: before.size, root: before.root });
  await until('readiness says so', async () => {
    const { because = [] } = (await ask('/health/ready', { headers: AUDITOR })).body;
    return (because as readonly string[]).some((reason) =>
      /^the log of proofs is behind: .*disk/.test(reason),
    );
  });

  execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited']);
  const after = await client.covering(before.size + 21);
  expect(await goesOn(client, before, after)).toBe(true);
  await until('it says that it is well', async () => (await status()).failure === null);
  expect((await server.kill()).code).toBe(0);
  folder.remove();
});

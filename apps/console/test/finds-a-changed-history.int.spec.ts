/** The page of proofs, and the red banner: the service has found its history changed, or this browser saw another one before. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tamper } from '@pledgeline/adapters/testing';
import { launch } from '@pledgeline/runtime/testing';
import { checkpointText, parseCheckpoint, signerOf, signNote } from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';
import { closeBrowser, DATA, open, SERVER } from './testing/console.ts';

afterAll(closeBrowser);

const NAME = 'pledgeline.proof';
const PLEDGE = '/pledges/2014-new-york/BGD/ENG-UNSPEC-4PFXR';
const keys = (file: string): string => readFileSync(join(DATA, 'proof-keys', file), 'utf8').trim();

const newest = async (): Promise<Checkpoint> => {
  const note = await (await fetch(`${SERVER}/proof/checkpoint`)).text();
  return parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
};

/** A browser that saw this head of another history before, signed by the same key. */
const sawBefore = async (size: (now: number) => number) => {
  const { origin, size: now } = await newest();
  const text = checkpointText({ origin, size: size(now), root: Buffer.alloc(32, 7) });
  const known = {
    key: keys('signing.vkey'),
    keyFrom: 'server',
    checkpoint: signNote(text, [signerOf(keys('signing.key'))]),
  };
  const opened = await open(null);
  await opened.page.addInitScript(
    ([name, value]) => {
      if (localStorage.length === 0) localStorage.setItem(name!, value!);
    },
    [NAME, JSON.stringify(known)],
  );
  const kept = async (): Promise<unknown> =>
    JSON.parse((await opened.page.evaluate((name) => localStorage.getItem(name), NAME)) ?? 'null');
  return { ...opened, known, kept };
};

it.each<readonly [string, (now: number) => number, string]>([
  ['smaller', (now) => now - 3, 'does not go on from the one that this browser saw before'],
  ['as large', (now) => now, 'there are two histories'],
])(
  'a head of another history that is %s is found: red on both pages, and what was seen is kept',
  async (_, size, says) => {
    const { page, go, known, kept, problems } = await sawBefore(size);
    await go('/proof');
    const alarm = page.getByRole('alert');
    await alarm.getByText(says).waitFor();
    await alarm.getByText('tell the operator').waitFor();
    expect(await page.getByText('is signed by the key').count()).toBe(0);
    expect(await problems()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await problems()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await problems()).toEqual([]);
    await go(PLEDGE);
    await page.getByRole('button', { name: 'Verify in this page' }).click();
    await page.getByRole('alert').getByText(says).waitFor();
    expect(await page.getByText('Recomputed here', { exact: true }).count()).toBe(0);
    expect(await kept()).toEqual(known);
  },
);

it('a head that is larger than the newest is no alarm, and is not given up for it', async () => {
  const { page, go, known, kept } = await sawBefore((now) => now + 1000);
  await go('/proof');
  await page.getByText('the server shows fewer now').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await kept()).toEqual(known);
});

it('the key that somebody was given is trusted once it is one, and is no longer the word of the server', async () => {
  const { page, go } = await open(null);
  await go('/proof');
  await page.getByText('this browser has it from this server').waitFor();
  await page.getByText('nobody', { exact: true }).waitFor();
  const field = page.getByLabel('Key that you were given');
  await field.fill(keys('signing.vkey').replace(/.$/, '='));
  await field.press('Enter');
  await page.getByText('This is not the key of a log').waitFor();
  await field.fill(keys('signing.vkey'));
  await field.press('Enter');
  await page.getByText('That key was typed here').waitFor();
  await page.getByRole('button', { name: 'Forget key and checkpoint' }).click();
  await page.getByText('this browser has it from this server').waitFor();
});

it('says to an auditor what the comparison of all events found, and asks nothing for others that they would be refused', async () => {
  const auditor = await open({ account: 'auditor' });
  await auditor.go('/proof');
  await auditor.page.getByText(/The log follows the store: [\d,]+ leaves/).waitFor();
  const nobody = await open(null);
  await nobody.go('/proof');
  await nobody.page.getByText('details are for administrators and auditors').waitFor();
  expect([...nobody.refused, ...auditor.refused]).toEqual([]);
});

describe('a server whose history was changed while it was down', () => {
  const MAIN = new URL('../../standalone/src/main.ts', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-changed-'));
  const start = () => launch(MAIN, { PLEDGELINE_DATA: folder });
  let server: ReturnType<typeof start>;
  let location: string;

  beforeAll(async () => {
    const before = start();
    const url = await before.url;
    const answer = await fetch(`${url}/pledges`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'an-announcement',
        'x-pledgeline-actor': 'a.desk',
        'x-pledgeline-role': 'DESK',
      },
      body: JSON.stringify({
        ...{ memberState: 'Rwanda', category: 'UNIT', capabilityCode: 'INF-BN' },
        ...{ description: 'A battalion', source: 'Note verbale 2021/118' },
      }),
    });
    expect(answer.status).toBe(201);
    ({ location } = (await answer.json()) as { location: string });
    let proved = 0;
    while (proved === 0) {
      const proof = await fetch(`${url}${location}/proof`);
      if (proof.ok) proved = ((await proof.json()) as { items: unknown[] }).items.length;
    }
    await before.kill();
    tamper(
      join(folder, 'events.sqlite'),
      "UPDATE events SET event = replace(event, 'A battalion', 'B battalion')",
    );
    server = start();
    const changed = await server.url;
    let because: readonly string[] = [];
    while (!because.includes('the log of proofs stopped'))
      ({ because = [] } = (await (await fetch(`${changed}/health/ready`)).json()) as { because?: string[] });
  });
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['the page of proofs', () => '/proof'],
    ['the page of a pledge', () => `/pledges/${location.split('/').at(-1)}`],
  ])('%s says so in red, to everybody', async (_, path) => {
    const { page, go, problems } = await open(null, { server: await server.url });
    await go(path());
    const alarm = page.getByRole('alert').first();
    await alarm.getByText('the log of proofs stopped').waitFor();
    await alarm.getByText('signs nothing any more').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('nothing is ticked for a pledge whose event was changed', async () => {
    const { page, go } = await open(null, { server: await server.url });
    await go(`/pledges/${location.split('/').at(-1)}`);
    await page.getByRole('button', { name: 'Verify in this page' }).click();
    await page.getByText('it is not what was signed as leaf').waitFor();
    expect(await page.getByText('Recomputed here', { exact: true }).count()).toBe(0);
  });
});

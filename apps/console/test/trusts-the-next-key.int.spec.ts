/** The page of proofs after a change of keys, which a browser follows by the word of the key that it trusts; and who else has signed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkpointText,
  keyStatementText,
  keyTexts,
  parseCheckpoint,
  signerOf,
  signNote,
} from '@pledgeline/transparency';
import { witness } from '@pledgeline/transparency/testing';
import type { Page } from 'playwright-core';
import { closeBrowser, DATA, open, SERVER } from './testing/console.ts';

afterAll(closeBrowser);

const NAME = 'pledgeline.proof';
const verifierKey = readFileSync(join(DATA, 'proof-keys', 'signing.vkey'), 'utf8').trim();
const origin = verifierKey.split('+')[0]!;
/** As if the log had begun with it. */
const former = keyTexts(origin, Buffer.alloc(32, 5));
const other = keyTexts(origin, Buffer.alloc(32, 6));
const statement = (by: typeof former): string =>
  signNote(keyStatementText({ origin, verifierKey, size: 1 }), [signerOf(by.signingKey)]);

/** A browser that trusts the former key, and what the server shows of a change of keys; null: nothing. */
const trustingFormer = async (shown: string | null, checkpoint: string | null = null) => {
  const opened = await open(null);
  const { page } = opened;
  await page.route('**/proof/keys', (route) =>
    shown === null ? route.fulfill({ status: 404, body: '{}' }) : route.fulfill({ body: shown }),
  );
  await page.addInitScript(
    ([name, value]) => {
      if (localStorage.length === 0) localStorage.setItem(name!, value!);
    },
    [NAME, JSON.stringify({ key: former.verifierKey, keyFrom: 'reader', checkpoint })],
  );
  return opened;
};
const kept = async (
  page: Page,
): Promise<{ key: string; isHandedOver?: boolean; checkpoint: string | null }> =>
  JSON.parse((await page.evaluate((name) => localStorage.getItem(name), NAME)) ?? 'null') as never;

const newestAs = async (signedBy: typeof former): Promise<string> => {
  const note = await (await fetch(`${SERVER}/proof/checkpoint`)).text();
  const head = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
  return signNote(checkpointText(head), [signerOf(signedBy.signingKey)]);
};

it.each([
  ['had seen no checkpoint', false],
  ['had seen the same checkpoint, signed by the key before', true],
])('a browser that %s goes on with the next key, and says so', async (_, sawOne) => {
  const { page, go, problems } = await trustingFormer(
    statement(former),
    sawOne ? await newestAs(former) : null,
  );
  await go('/proof');
  await page.getByText('has handed over to it, by its own signature').waitFor();
  await page.getByText(`is signed by the key ${verifierKey}`).waitFor();
  expect(await page.getByText('That key was typed here').count()).toBe(0);
  expect(await kept(page)).toMatchObject({ key: verifierKey, isHandedOver: true });
  expect(await problems()).toEqual([]);
  // From then on it asks for no statement.
  await page.unroute('**/proof/keys');
  await page.reload();
  await page.getByText('has handed over to it, by its own signature').waitFor();
});

it.each([
  ['nothing', null, 'not signed by the key that this browser trusts'],
  ['the word of another key', statement(other), 'not signed by the key that this browser trusts'],
  [
    'a word that was changed',
    statement(former).replace('\n1\n', '\n2\n'),
    'a change of its key is not signed',
  ],
  ['what is no statement', 'hello', 'a change of its key is not signed'],
])('%s leads to no other key, and leaves the one that was trusted', async (_, shown, says) => {
  const { page, go } = await trustingFormer(shown);
  await go('/proof');
  await page.getByRole('alert').getByText(says).waitFor();
  expect(await kept(page)).toEqual({ key: former.verifierKey, keyFrom: 'reader', checkpoint: null });
});

it('witnesses are named with the time that they say', async () => {
  const { page, go, problems } = await open(null);
  const { cosign } = witness('auditor.example/w1', '2'.repeat(64));
  await page.route('**/proof/checkpoint', async (route) => {
    const note = await (await route.fetch()).text();
    await route.fulfill({ body: note + cosign(note.slice(0, note.indexOf('\n\n') + 1), 1_800_000_000) });
  });
  await go('/proof');
  await page.getByText(/auditor\.example\/w1, on .*15.* by its clock/).waitFor();
  expect(await problems()).toEqual([]);
});

/** The keys of the log: drawn once, read ever after, and never mixed up with those of another log. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyStatementText, keyTexts, signerOf, signNote, verifierOf } from '@pledgeline/transparency';
import { drawKeys, hasKeys, readKeys, signingKeysAt } from './proof-keys.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'pledgeline-keys-')), 'proof-keys');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const modeOf = (file: string): string => (statSync(join(folder, file)).mode & 0o777).toString(8);

it('are drawn for their owner alone, and read again as they were', () => {
  expect(hasKeys(folder)).toBe(false);
  const drawn = drawKeys({ folder, origin: 'pledges.example.org/proof' });
  expect([modeOf('.'), ...['signing.key', 'signing.vkey', 'legacy.secret'].map(modeOf)]).toEqual([
    '700',
    '600',
    '600',
    '600',
  ]);
  expect(hasKeys(folder)).toBe(true);
  expect(readKeys({ folder, origin: null })).toEqual(drawn);
  expect(drawn.legacySecret).toMatch(/^[0-9a-f]{64}$/);
});

it('belong together: what the one signs the other verifies, under the name of the log', () => {
  const { signingKey, verifierKey } = drawKeys({ folder, origin: 'a.example/proof' });
  const [signer, verifier] = [signerOf(signingKey), verifierOf(verifierKey)];
  expect([signer.name, verifier.name]).toEqual(['a.example/proof', 'a.example/proof']);
  expect(verifier.verify('text\n', signer.sign('text\n'))).toBe(0);
});

it('without an origin are of a log that nobody else has', () => {
  const origins = [1, 2].map((n) => drawKeys({ folder: `${folder}-${n}`, origin: null }).origin);
  expect(origins[0]).toMatch(/^pledgeline\.invalid\/[0-9a-f]{12}$/);
  expect(origins[0]).not.toBe(origins[1]);
});

it('keep the secret of the events of before, where a key is drawn beside it', () => {
  const { legacySecret } = drawKeys({ folder, origin: 'a.example' });
  rmSync(join(folder, 'signing.key'));
  expect(drawKeys({ folder, origin: 'a.example' }).legacySecret).toBe(legacySecret);
});

describe('after a change of keys', () => {
  const UNTIL = '2027-03-01T08:00:00.000Z';
  const next = keyTexts('a.example', Buffer.alloc(32, 2));
  let former: ReturnType<typeof drawKeys>;
  const put = (file: string, content: string): void => writeFileSync(join(folder, file), `${content}\n`);
  beforeEach(() => {
    former = drawKeys({ folder, origin: 'a.example' });
    put('former.key', former.signingKey);
    put('former.until', UNTIL);
    put('former.vkeys', former.verifierKey);
    const text = keyStatementText({ origin: 'a.example', verifierKey: next.verifierKey, size: 7 });
    writeFileSync(join(folder, 'keys.notes'), signNote(text, [signerOf(former.signingKey)]));
    put('signing.vkey', next.verifierKey);
    put('signing.key', next.signingKey);
  });
  const read = () => readKeys({ folder, origin: null });

  it.each([
    ['2027-03-01T07:59:59.999Z', 2],
    ['2027-03-01T08:00:00.000Z', 1],
    ['2030-01-01T00:00:00.000Z', 1],
  ])('at %s so many of them sign: %i, the next one first', (at, count) => {
    expect(signingKeysAt(read(), at)).toEqual([next.signingKey, former.signingKey].slice(0, count));
  });

  it('the one before may be destroyed, and its statement stays', () => {
    rmSync(join(folder, 'former.key'));
    expect(read()).toMatchObject({
      ...{ former: null, verifierKey: next.verifierKey, formerVerifierKeys: [former.verifierKey] },
      statements: expect.stringContaining('pledgeline-key/v1'),
    });
  });

  it.each([
    [
      'a next key that nothing leads to',
      'signing.key',
      keyTexts('a.example', Buffer.alloc(32, 3)).signingKey,
    ],
    ['no time', 'former.until', 'some day'],
    ['a key that is none', 'former.key', 'PRIVATE+KEY+a.example+00000000+AAAA'],
    ['statements that are none', 'keys.notes', 'hello'],
    [
      'a former key that has not signed them',
      'former.vkeys',
      keyTexts('a.example', Buffer.alloc(32, 3)).verifierKey,
    ],
  ])('%s is refused at the start, and no secret is told', (_, file, content) => {
    put(file, content);
    expect(read).toThrow(expect.objectContaining({ name: 'CannotStart' }));
    expect(read).not.toThrow(/PRIVATE/);
  });
});

describe('are refused', () => {
  beforeEach(() => {
    drawKeys({ folder, origin: 'a.example' });
  });

  it.each([
    ['of another log', 'signing.key', null, 'b.example'],
    ['that are no key', 'signing.key', 'PRIVATE+KEY+a.example+00000000+AAAA', null],
    ['without the secret of before', 'legacy.secret', 'short', null],
  ])('%s', (_, file, content, origin) => {
    if (content !== null) writeFileSync(join(folder, file), content);
    const read = () => readKeys({ folder, origin });
    expect(read).toThrow(expect.objectContaining({ name: 'CannotStart' }));
    expect(read).not.toThrow(/PRIVATE/);
  });

  it('whose change was broken off at its first step', () => {
    drawKeys({ folder, origin: 'a.example/proof' });
    writeFileSync(join(folder, 'next.key'), keyTexts('a.example/proof', Buffer.alloc(32, 7)).signingKey);
    expect(() => readKeys({ folder, origin: null })).toThrow(/was not finished.*--rotate goes on with it/);
  });

  it('with a file that is missing, which is named', () => {
    rmSync(join(folder, 'legacy.secret'));
    expect(() => readKeys({ folder, origin: null })).toThrow(/PLEDGELINE_PROOF_KEYS.*legacy\.secret/);
  });
});

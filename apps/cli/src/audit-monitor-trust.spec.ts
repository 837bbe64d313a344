/** Whom a monitor trusts: witnesses by a policy, and the keys that the given one has handed over to. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  keyStatementsText,
  keyStatementText,
  keyTexts,
  rootOf,
  signerOf,
  signNote,
  withSignature,
} from '@pledgeline/transparency';
import { witness } from '@pledgeline/transparency/testing';
import { auditedLog, KEYS, leavesOf, ORIGIN } from './testing/audited-log.ts';
import type { AuditedLog } from './testing/audited-log.ts';
import { runInProcess } from './testing/run-in-process.ts';

const NEXT = keyTexts(ORIGIN, Buffer.alloc(32, 8));
const honest = leavesOf('event', 100);
const mission = witness('mission.example/w1', '1'.repeat(64));
const auditor = witness('auditor.example/w1', '2'.repeat(64));
const TIME = 1_800_000_000;
const AT = '2027-01-15T08:00:00.000Z';

let log: AuditedLog;
let folder: string;
beforeEach(async () => {
  log = await auditedLog();
  log.shown = honest.slice(0, 7);
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-trust-'));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

const headOf = (size: number, leaves = honest): string =>
  checkpointText({ origin: ORIGIN, size, root: rootOf(leaves.slice(0, size)) });
const policyOf = (quorum: string): string => {
  writeFileSync(
    join(folder, 'policy'),
    [
      ...[`witness mission ${mission.verifierKey}`, `witness auditor ${auditor.verifierKey}`],
      ...[`group ${quorum === 'one' ? 'one any' : 'both all'} mission auditor`, `quorum ${quorum}`, ''],
    ].join('\n'),
  );
  return join(folder, 'policy');
};
const look = (...more: readonly string[]) =>
  runInProcess([
    ...['audit', 'monitor', log.url, '--key', KEYS.verifierKey, '--state', join(folder, 'heads')],
    ...['--once', '--json', ...more],
  ]);
const kept = (): string[] => readdirSync(join(folder, 'heads')).map((name) => name.slice(0, 16));

/** What `cosigned` serves. */
const cosignedBy = (size: number, signers: readonly (typeof mission)[], leaves = honest): void => {
  const text = headOf(size, leaves);
  const note = signers.reduce(
    (signed, { cosign }) => withSignature(signed, cosign(text, TIME)),
    signNote(text, [signerOf(log.signingKey)]),
  );
  log.instead.set('cosigned', { status: 200, body: note });
};

describe('with a policy', () => {
  it.each([
    ['one', [mission], 0],
    ['one', [auditor], 0],
    ['one', [], 5],
    ['both', [mission], 5],
    ['both', [mission, auditor], 0],
    ['mission', [auditor], 5],
    ['none', [], 0],
  ] as const)('that wants %s, where %j have signed, it ends with %i', async (quorum, signers, expected) => {
    cosignedBy(5, signers);
    const { code, out, err } = await look('--policy', policyOf(quorum));
    expect([code, err]).toEqual([
      expected,
      expected === 0
        ? ''
        : expect.stringContaining('5 leaves: Not as many witnesses have signed the checkpoint as the policy'),
    ]);
    if (code !== 0) return;
    const names = signers.map((signer) => ({
      ...{ name: signer === mission ? 'mission' : 'auditor', signedAt: AT },
    }));
    expect(JSON.parse(out)).toMatchObject({ size: 7, cosigned: { size: 5, witnesses: names } });
    // Both are kept, and held against each other.
    expect(kept().toSorted()).toEqual([5, 7].map((size) => String(size).padStart(16, '0')));
  });

  it('finds out a head of another history, which witnesses have signed', async () => {
    cosignedBy(5, [mission], leavesOf('other', 5));
    const { code, err } = await look('--policy', policyOf('one'));
    expect([code, err]).toEqual([5, expect.stringContaining('does not go on from')]);
    expect(readdirSync(join(folder, 'heads')).some((name) => name.startsWith('alarm-'))).toBe(true);
  });

  it('a signature that is not of the head is refused, also where another would be enough', async () => {
    const text = headOf(5);
    const wrong = mission.cosign(headOf(4), TIME);
    const note = withSignature(
      withSignature(signNote(text, [signerOf(log.signingKey)]), auditor.cosign(text, TIME)),
      wrong,
    );
    log.instead.set('cosigned', { status: 200, body: note });
    expect((await look('--policy', policyOf('auditor'))).code).toBe(5);
  });

  it.each([
    [404, '{"detail":"There is none."}', 5],
    [503, '{"detail":"later"}', 3],
    [429, '{"detail":"later"}', 3],
    [200, '<html>Sign in to this network</html>', 5],
  ])('%i in place of the head of witnesses ends with %s: %i', async (status, body, expected) => {
    log.instead.set('cosigned', { status, body });
    expect((await look('--policy', policyOf('one'))).code).toBe(expected);
  });

  it.each([
    ['no policy', 'nonsense'],
    ['no quorum', '# empty'],
  ])('a file that is %s is wrong usage', async (_, text) => {
    writeFileSync(join(folder, 'wrong'), text);
    expect((await look('--policy', join(folder, 'wrong'))).code).toBe(2);
    expect((await look('--policy', join(folder, 'nowhere'))).code).toBe(2);
  });

  it('without one asks for no witnesses', async () => {
    expect(JSON.parse((await look()).out)).toMatchObject({ cosigned: null });
  });
});

describe('after a change of keys', () => {
  const statement = signNote(keyStatementText({ origin: ORIGIN, verifierKey: NEXT.verifierKey, size: 7 }), [
    signerOf(KEYS.signingKey),
  ]);

  it('goes on with the next key by the statement of the given one, which it keeps', async () => {
    expect((await look()).code).toBe(0);
    log.signingKey = NEXT.signingKey;
    log.shown = honest.slice(0, 9);
    log.instead.set('keys', { status: 200, body: statement });
    expect(JSON.parse((await look()).out)).toMatchObject({ result: 'grown', size: 9 });
    expect(readFileSync(join(folder, 'heads', 'keys.notes'), 'utf8')).toBe(statement);
    // Also where the log tells nobody any more.
    log.instead.delete('keys');
    expect(JSON.parse((await look()).out)).toMatchObject({ result: 'unchanged' });
  });

  const signedBy = ({ signingKey }: typeof NEXT, next = NEXT): string =>
    signNote(keyStatementText({ origin: ORIGIN, verifierKey: next.verifierKey, size: 7 }), [
      signerOf(signingKey),
    ]);
  it.each([
    ['there is no statement', null],
    ['another key states it', signedBy(keyTexts(ORIGIN, Buffer.alloc(32, 9)))],
    ['the next key states it itself', signedBy(NEXT)],
    ['it leads to a third key', signedBy(KEYS, keyTexts(ORIGIN, Buffer.alloc(32, 9)))],
    ['it was changed', statement.replace('\n7\n', '\n8\n')],
    ['it is no statement', 'hello\n'],
  ])('believes no head of another key where %s', async (_, body) => {
    expect((await look()).code).toBe(0);
    log.signingKey = NEXT.signingKey;
    if (body !== null) log.instead.set('keys', { status: 200, body: keyStatementsText([body]) });
    expect((await look()).code).toBe(5);
    expect(readdirSync(join(folder, 'heads'))).not.toContain('keys.notes');
  });

  it('accuses nobody while the log does not tell', async () => {
    log.signingKey = NEXT.signingKey;
    log.instead.set('keys', { status: 503, body: '{"detail":"later"}' });
    expect((await look()).code).toBe(3);
  });
});

/** Archives that are written as they come, read by the program that all systems have. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { filesIn, zipOf, zipWriter } from './zip.ts';

const isThere = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const paths = fc.stringMatching(/^[a-z][a-z0-9./-]{0,20}$/);
const archives = fc.uniqueArray(fc.tuple(paths, fc.uint8Array({ maxLength: 500 })), {
  selector: ([path]) => path,
  maxLength: 6,
});

it('has the files that were written, in their order, however they were cut', () => {
  fc.assert(
    fc.property(archives, fc.integer({ min: 1, max: 100 }), (files, cut) => {
      const pieces: Uint8Array[] = [];
      const zip = zipWriter((bytes) => pieces.push(bytes));
      for (const [path, bytes] of files) {
        const { write, end } = zip.file(path);
        for (let at = 0; at < bytes.length; at += cut) write(bytes.subarray(at, at + cut));
        end();
      }
      zip.end();
      const archive = Buffer.concat(pieces);
      expect(Buffer.compare(archive, zipOf(new Map(files)))).toBe(0);
      const found = [...filesIn(archive)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('hex')]);
      expect(found).toEqual(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('hex')]));
    }),
  );
});

it('holds nothing back: each part of a file comes out when it is written', () => {
  let written = 0;
  const zip = zipWriter((bytes) => (written += bytes.length));
  const { write, end } = zip.file('long');
  for (let n = 1; n <= 50; n += 1) {
    write(new Uint8Array(1000));
    expect(written).toBeGreaterThanOrEqual(n * 1000);
  }
  end();
  zip.end();
});

it('is refused before it is longer than places in an archive can say', () => {
  const write = (count: number): void => {
    const zip = zipWriter(() => undefined, 10_000);
    zip.file('long').write(new Uint8Array(count));
  };
  expect(() => write(9900)).not.toThrow();
  expect(() => write(10_000)).toThrow(RangeError);
});

const hasUnzip = isThere('unzip');
(hasUnzip ? it : it.skip)('unzip finds it in order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-zip-'));
  const file = join(folder, 'a.zip');
  writeFileSync(
    file,
    zipOf(
      new Map([
        ['events.jsonl', Buffer.from('{}\n')],
        ['empty', Buffer.of()],
      ]),
    ),
  );
  expect(execFileSync('unzip', ['-t', file]).toString()).toContain('No errors detected');
  expect(execFileSync('unzip', ['-p', file, 'events.jsonl']).toString()).toBe('{}\n');
  rmSync(folder, { recursive: true });
});

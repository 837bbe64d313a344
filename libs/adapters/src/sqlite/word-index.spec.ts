/** How the words of a batch get into their index; what they find is promised by the contract of views. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ViewDefinition } from '@pledgeline/event-sourcing';
import { sqliteViews } from './sqlite-views.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Note {
  readonly text: string;
  readonly by: string;
}

const notes: ViewDefinition<Note> = {
  name: 'notes',
  version: 1,
  columns: { text: ({ text }) => text, by: ({ by }) => by },
  texts: ['text'],
};

const opened = async (file: string) => {
  const path = join(folder, file);
  const views = sqliteViews({ path });
  await views.define([notes]);
  const batch = (from: number, count: number, suffix = ''): Promise<void> =>
    views.apply({
      rows: Array.from({ length: count }, (_, n) => ({
        ...{ view: 'notes', key: `k${from + n}` },
        row: { text: `a battalion of number ${from + n}${suffix}`, by: suffix },
      })),
      revisions: new Map([['s', from]]),
    });
  /** Parts of which the index consists; each search looks into all of them, and merging them is what costs. */
  const segments = (): readonly unknown[] => {
    const reader = new DatabaseSync(path, { readOnly: true });
    const found = reader.prepare('SELECT DISTINCT segid FROM words_notes_text_idx').all();
    reader.close();
    return found;
  };
  return { views, batch, segments };
};

it('the words of a batch become one segment', async () => {
  const { views, batch, segments } = await opened('segments.sqlite');
  await batch(0, 64);
  expect(segments()).toHaveLength(1);
  await batch(64, 64);
  expect(segments()).toHaveLength(2);
  await views.close();
});

it('rows whose words stay write none, also where what was written last is not remembered', async () => {
  const { views, batch, segments } = await opened('unchanged.sqlite');
  await batch(0, 8);
  await views.close();
  const again = await opened('unchanged.sqlite');
  const row = { text: 'a battalion of number 3', by: 'another' };
  await again.views.apply({ rows: [{ view: 'notes', key: 'k3', row }], revisions: new Map() });
  expect([await again.views.count('notes', { by: 'another' }), segments().length]).toEqual([1, 1]);
  await again.batch(3, 1, ' and more');
  expect(await again.views.keys('notes', { where: { text: { allBeginnings: 'batt more' } } })).toEqual([
    'k3',
  ]);
  await again.views.close();
});

/** A correction of what stands beside units, held against the matches that took of it: accountability page, section 11. */
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { matched } from '../testing/later-life.ts';
import { streamOf } from '../testing/a-stream.ts';
import { examine } from './replayed-with.ts';

it.each([
  [900, []],
  [850, []],
  [800, ['PledgeMatched NOT_ENOUGH_LEFT']],
])(
  'a correction of the persons of a unit to %i is held against the match in persons',
  (strength, expected) => {
    const persons = (number: number) => ({ min: number, max: number, unit: 'persons', asStated: null });
    const one = { min: 1, max: 1, unit: 'unit', asStated: null };
    const taken = { quantity: 850, unit: 'persons', takes: 1, units: 1, persons: 850 };
    const factor = { personsPerUnit: 850, personsPerUnitFrom: 'PLEDGE' } as const;
    const life = streamOf([
      announced({ quantity: one, strength: persons(850) }),
      acknowledged(),
      ...documents,
      registered({ quantity: one, strength: persons(850) }),
      matched({ ...taken, ...factor, fit: 'FULL' }),
    ]).map((event) => ({ ...event, metadata: { ...event.metadata, ruleSet: 'pcrs-2026.11' } }));
    const corrects = life.find(({ type }) => type === 'PledgeRegistered')?.id ?? '';
    const change = { field: 'strength', old: persons(850), new: persons(strength) };
    const { blocked } = examine(life, corrects, [change], '2026-12-01T09:00:00.000Z').findings;
    expect(blocked.map(({ event, code }) => `${event} ${code}`)).toEqual(expected);
  },
);

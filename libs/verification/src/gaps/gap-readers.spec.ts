/** Accountability page, section 13: who reads what of a gap, by the events that say it. */
import { redactedFor } from '@pledgeline/contracts';
import { specFor, recorded } from '@pledgeline/event-sourcing/testing';
import { id } from '../testing/a-unit.ts';
import { gap } from './gap.ts';

const given = specFor(gap);
const gapId = id(1);
const FGS = { role: 'FGS' };
const sought = {
  mission: 'MINUSCA',
  capabilityCode: 'INF-BN',
  substitutes: [],
  unit: 'unit',
  requirement: null,
};
const need = { gapId, ...sought, number: 3, neededBy: null, priority: 'HIGH' as const };
const publish = (narrowed: boolean) => ({ type: 'PublishGap' as const, data: { ...need, narrowed } });
const published = (visibility: 'PUBLIC' | 'MEMBER_STATES', narrowed = false) => ({
  type: 'GapPublished' as const,
  data: { ...need, narrowed },
  visibility,
});
const revise = (changes: { number?: number; narrowed?: boolean }) => {
  const { number, narrowed } = changes;
  const kept = { neededBy: undefined, priority: undefined };
  return { type: 'ReviseGap' as const, data: { gapId, number, narrowed, ...kept, reason: 'Two are found' } };
};
const close = { type: 'CloseGap' as const, data: { gapId, reason: 'Nepal fills it' } };
const readersOf = (outcome: { events(): readonly { visibility?: string }[] }) =>
  outcome.events().map(({ visibility }) => visibility ?? 'by default');

it.each([
  [false, 'by default'],
  [true, 'MEMBER_STATES'],
])('published with narrowed %s, it is read %s', (narrowed, readers) => {
  expect(readersOf(given().when(publish(narrowed), FGS))).toEqual([readers]);
});

const PUBLIC = published('PUBLIC');
const NARROWED = published('MEMBER_STATES', true);
/** Of version 1, which nobody narrowed. */
const OLDER = published('MEMBER_STATES');

it.each([
  ['a public gap stays so', PUBLIC, { number: 4 }, ['by default']],
  ['a narrowed one stays so', NARROWED, { number: 4 }, ['MEMBER_STATES']],
  ['a narrowed one is opened', NARROWED, { narrowed: false }, ['by default']],
  ['an older one becomes public', OLDER, { number: 4 }, ['by default']],
  ['an older one becomes public with nothing else changed', OLDER, {}, ['by default']],
  ['an older one is kept for states', OLDER, { number: 4, narrowed: true }, ['MEMBER_STATES']],
  ['nothing changes of a public one', PUBLIC, { number: 3 }, []],
  ['nothing changes of a narrowed one', NARROWED, { narrowed: true }, []],
])('when it is revised, %s', (_, first, changes, readers) => {
  expect(readersOf(given(first).when(revise(changes), FGS))).toEqual(readers);
});

it('what is public cannot be kept from the public again', () => {
  const refused = given(PUBLIC)
    .when(revise({ number: 4, narrowed: true }), FGS)
    .thenRejected('GAP_IS_PUBLIC');
  expect(refused.details).toEqual({ field: 'visibility', allowed: ['PUBLIC'] });
  const opened = given(NARROWED)
    .when(revise({ narrowed: false }), FGS)
    .events();
  given(NARROWED, ...(opened as []))
    .when(revise({ narrowed: true }), FGS)
    .thenRejected('GAP_IS_PUBLIC');
});

it.each([
  ['a public one', PUBLIC, 'by default'],
  ['a narrowed one', NARROWED, 'MEMBER_STATES'],
  ['an older one', OLDER, 'MEMBER_STATES'],
])('the closing of %s is read %s', (_, first, readers) => {
  expect(readersOf(given(first).when(close, FGS))).toEqual([readers]);
});

it('a revision says all that the public needs, and why it was made only to states', () => {
  const [event] = given(OLDER)
    .when(revise({ number: 4 }), FGS)
    .events();
  if (event === undefined) throw new Error('no event');
  const stored = recorded(event, 1);
  const said = { gapId, sought, number: 4, neededBy: null, priority: 'HIGH', narrowed: false };
  expect(redactedFor(stored, 'PUBLIC')).toEqual({ ...said, reason: null });
  expect(redactedFor(stored, 'MEMBER_STATES')).toEqual({ ...said, reason: 'Two are found' });
  const [closed] = given(PUBLIC).when(close, FGS).events();
  if (closed === undefined) throw new Error('no event');
  expect(redactedFor(recorded(closed, 2), 'PUBLIC')).toEqual({ gapId, reason: null });
});

/**
 * Where a correction is at fault: the place in its body, and the field of the event in the words. Along the kind of fault (kind of value,
 * bound, list of values, day, blank, part of a value, several), and whichever change of the body it is.
 */
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { DataOf } from '@pledgeline/contracts';
import type { NewEvent, Rejected } from '@pledgeline/event-sourcing';
import { acknowledged } from '../testing/early-life.ts';
import { deployed } from '../testing/later-life.ts';
import { turnsAgreed } from '../testing/partnership.ts';
import type { Change } from './correction.state.ts';
import { uncorrectable } from './uncorrectable.ts';

const refusalOf = (event: NewEvent, ...changes: readonly Change[]): Rejected | undefined =>
  uncorrectable(recorded(event, 1), changes, '2026-12-01');

const saidBy = (event: NewEvent, field: string): unknown =>
  field === 'occurredOn'
    ? recorded(event, 1).metadata.occurredOn
    : (event.data as Readonly<Record<string, unknown>>)[field];

const change = (event: NewEvent, field: string, value: unknown): Change => ({
  ...{ field, old: saidBy(event, field), new: value },
});

const EXCEPTIONS = ['REHATTING', 'LETTER_OF_ASSIST', 'LIQUIDATION'];
const { turns } = turnsAgreed().data as DataOf<'TurnsAgreed'>;
const DAY = 'must be a day, as in 2026-03-31';

it.each<[string, NewEvent, string, unknown, object]>([
  [
    'a text for a number',
    deployed(),
    'strength',
    'many',
    { message: 'strength must be a whole number', rule: 'type', limit: 'integer' },
  ],
  [
    'a half person',
    deployed(),
    'strength',
    1.5,
    { message: 'strength must be a whole number', rule: 'type', limit: 'integer' },
  ],
  [
    'nothing where something is needed',
    deployed(),
    'strength',
    null,
    { message: 'strength must be a whole number', rule: 'type' },
  ],
  [
    'too few',
    deployed(),
    'strength',
    0,
    { message: 'strength must be at least 1', rule: 'minimum', limit: 1 },
  ],
  [
    'too much of what may be left out',
    deployed(),
    'equipmentArrivalShare',
    101,
    { message: 'equipmentArrivalShare must be at most 100', rule: 'maximum', limit: 100 },
  ],
  [
    'a text for a share that may be left out',
    deployed(),
    'equipmentArrivalShare',
    'all',
    { message: 'equipmentArrivalShare must be a number', rule: 'type', limit: 'number' },
  ],
  [
    'a word that is none of the list',
    deployed(),
    'exception',
    'HASTE',
    { message: `exception must be one of ${EXCEPTIONS.join(', ')}`, rule: 'enum', allowed: EXCEPTIONS },
  ],
  [
    'a number for a text',
    deployed(),
    'mission',
    7,
    { message: 'mission must be text', rule: 'type', limit: 'string' },
  ],
  ['a blank', deployed(), 'place', '', { message: 'place must say something', rule: 'minLength', limit: 1 }],
  [
    'what is no day',
    deployed(),
    'deployedOn',
    '2025-02-30',
    { message: `deployedOn ${DAY}`, rule: 'format', limit: 'date' },
  ],
  [
    'a business date that is no day',
    acknowledged(),
    'occurredOn',
    20,
    { message: `occurredOn ${DAY}`, rule: 'format', limit: 'date' },
  ],
  [
    'a business date to come',
    acknowledged(),
    'occurredOn',
    '2026-12-02',
    { message: 'occurredOn must be a day that has come', rule: 'hasCome', limit: '2026-12-01' },
  ],
  [
    'one value for a list',
    turnsAgreed(),
    'turns',
    'NOR',
    { message: 'turns must be a list', rule: 'type', limit: 'array' },
  ],
])('%s', (_, event, field, value, fault) => {
  const refusal = refusalOf(event, change(event, field, value));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'CORRECTION_INVALID' });
  const place = { field: 'changes.0.new', pointer: '/changes/0/new' };
  expect(refusal?.details).toEqual({
    field: place.field,
    errors: [expect.objectContaining({ ...place, ...fault })],
  });
});

it('a part of a value is named by its place in it', () => {
  const [first, ...others] = turns;
  const event = turnsAgreed();
  const refusal = refusalOf(event, change(event, 'turns', [{ ...first, from: 'spring' }, ...others]));
  expect(refusal?.details).toMatchObject({
    field: 'changes.0.new.0.from',
    errors: [
      { field: 'changes.0.new.0.from', pointer: '/changes/0/new/0/from', message: `turns.0.from ${DAY}` },
    ],
  });
});

it('a part that is missing is told by its name', () => {
  const event = turnsAgreed();
  const [{ from: _, ...rest } = turns[0]!, ...others] = turns;
  const refusal = refusalOf(event, change(event, 'turns', [rest, ...others]));
  expect(refusal?.details).toMatchObject({
    errors: [{ field: 'changes.0.new.0.from', rule: 'required', message: 'turns.0.from must be given' }],
  });
});

it('each of several faults is named by its own change', () => {
  const event = deployed();
  const refusal = refusalOf(
    event,
    change(event, 'place', 'Another camp'),
    change(event, 'strength', 'many'),
    change(event, 'occurredOn', 'soon'),
  );
  expect(refusal?.details).toMatchObject({
    field: 'changes.1.new',
    errors: [
      { field: 'changes.1.new', pointer: '/changes/1/new', message: 'strength must be a whole number' },
      { field: 'changes.2.new', pointer: '/changes/2/new', message: `occurredOn ${DAY}` },
    ],
  });
  expect(refusal?.message).toContain('strength must be a whole number; occurredOn must be a day');
});

it.each<[string, string, (event: NewEvent) => Change, string]>([
  ['STALE_VALUE', 'changes.1.old', () => ({ field: 'strength', old: 1, new: 2 }), 'strength'],
  ['FIELD_NOT_CORRECTABLE', 'changes.1.field', () => ({ field: 'colour', old: null, new: 'blue' }), 'colour'],
  ['FIELD_REPEATED', 'changes.1.field', (event) => change(event, 'place', 'A third'), 'place'],
  ['DATE_TOO_EARLY', 'changes.1.new', (event) => change(event, 'deployedOn', '1948-05-28'), '1948-05-28'],
])('%s names %s, and its message what it is about', (code, field, second, named) => {
  const event = deployed();
  const refusal = refusalOf(event, change(event, 'place', 'Another camp'), second(event));
  expect(refusal).toMatchObject({ code, details: { field } });
  expect(refusal?.message).toContain(named);
});

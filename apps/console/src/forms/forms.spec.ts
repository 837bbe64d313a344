/** From schema to fields, from what was typed to a body, from a problem to fields. */
import { commandFiles } from '../generated/commands.ts';
import { bodyOf } from './body.ts';
import { errorsAtFields, stillAsSent } from './errors-at-fields.ts';
import { knownCommand } from './known-commands.ts';
import { fieldsOf } from './request-fields.ts';
import type { Field, Schemas } from './request-fields.ts';

const schemas: Schemas = { Level: { type: 'string', enum: ['L1', 'L2'] } };
const fields = fieldsOf(
  {
    type: 'object',
    required: ['level', 'note'],
    properties: {
      day: { type: ['string', 'null'], format: 'date', title: 'Day' },
      note: { type: 'string', maxLength: 10_000, title: 'Note' },
      short: { type: ['string', 'null'], maxLength: 500 },
      level: { $ref: 'Level', title: 'Level', description: 'Which.' },
      quantity: {
        anyOf: [{ type: 'string', maxLength: 200 }, { type: 'number' }, { type: 'null' }],
        example: '1',
      },
      persons: { type: ['integer', 'null'] },
      late: { type: ['boolean', 'null'] },
      themes: { type: ['array', 'null'], items: { type: 'string' }, 'x-lookup': 'theme' },
      levels: { type: 'array', items: { $ref: 'Level' } },
      money: { anyOf: [{ type: 'object', properties: { amount: { type: 'number' } } }, { type: 'null' }] },
      turns: {
        type: 'array',
        items: {
          type: 'object',
          required: ['state'],
          properties: { state: { type: 'string', title: 'State' } },
        },
      },
    },
  },
  schemas,
);
const one = (name: string): Field => fields.find((field) => field.name === name)!;

it('what is needed comes first', () =>
  expect(fields.slice(0, 2).map(({ name, required }) => [name, required])).toEqual([
    ['note', true],
    ['level', true],
  ]));

it.each([
  ['day', 'day'],
  ['note', 'long'],
  ['short', 'text'],
  ['level', 'choice'],
  ['quantity', 'text'],
  ['persons', 'whole'],
  ['late', 'yes-or-no'],
  ['themes', 'list'],
  ['levels', 'list'],
  ['money', 'group'],
  ['turns', 'groups'],
])('%s is a field of the kind %s', (name, kind) => expect(one(name).kind).toBe(kind));

it('keeps title, help, choices and what it is looked up in', () => {
  expect(one('level')).toMatchObject({ title: 'Level', help: 'Which.', choices: ['L1', 'L2'] });
  expect(one('levels').choices).toEqual(['L1', 'L2']);
  expect(one('themes').lookup).toBe('theme');
  expect(one('turns').fields).toMatchObject([{ name: 'state', required: true }]);
});

it('what was left empty is not sent, and 0 and no are', () => {
  const nothing = {
    note: ' ',
    day: '',
    persons: '',
    late: '',
    themes: ['', ' '],
    money: { amount: '' },
    turns: [],
  };
  expect(bodyOf(fields, nothing)).toEqual({});
  expect(
    bodyOf(fields, {
      note: ' said ',
      persons: '0',
      late: 'no',
      quantity: '250-300',
      themes: ['wps', ''],
      money: { amount: '1.5' },
      turns: [{ state: 'IND' }, { state: 'RWA' }],
    }),
  ).toEqual({
    note: 'said',
    persons: 0,
    late: false,
    quantity: '250-300',
    themes: ['wps'],
    money: { amount: 1.5 },
    turns: [{ state: 'IND' }, { state: 'RWA' }],
  });
});

it('what is no number is sent as it is, for the server to refuse', () =>
  expect(bodyOf(fields, { persons: 'many' })).toEqual({ persons: 'many' }));

const problem = { type: '', title: '', status: 400, detail: 'Day is wrong.', code: 'X', instance: '' };

it('faults stand at their fields, named as the form names them', () =>
  expect(
    errorsAtFields(
      {
        ...problem,
        errors: [
          { field: 'note', message: 'note should not be empty' },
          { field: 'turns.1.state', message: 'unknown state' },
          { field: 'if-match', message: 'what no field of the form is' },
        ],
      },
      fields,
    ),
  ).toEqual([
    { path: 'note', title: 'Note', message: 'Note should not be empty' },
    { path: 'turns.1.state', title: 'State', message: 'unknown state' },
  ]));

it('a problem of one field stands there, too', () =>
  expect(errorsAtFields({ ...problem, field: 'day' }, fields)).toEqual([
    { path: 'day', title: 'Day', message: 'Day is wrong.' },
  ]));

describe('every command', () => {
  const all = (some: readonly Field[]): readonly Field[] =>
    some.flatMap((field) => [field, ...all(field.fields)]);

  it.each(Object.keys(commandFiles))(
    '%s: each field has a title, a choice has choices, a group has fields',
    async (name) => {
      for (const field of all((await knownCommand(name)).fields)) {
        expect(field.title).not.toBe(field.name);
        if (field.kind === 'choice') expect(field.choices).not.toEqual([]);
        if (field.kind === 'group' || field.kind === 'groups') expect(field.fields).not.toEqual([]);
      }
    },
  );
});

it.each([
  ['what stands as it was sent', { note: '' }, { note: '' }, ['note']],
  ['what was left out, then and now', {}, { level: 'L1' }, ['note']],
  ['what was left out and is there now', {}, { note: 'Sent' }, []],
  ['what is written otherwise', { note: 'X' }, { note: 'Y' }, []],
] as const)('an error stays at %s', (_, sent, typed, stays) => {
  const errors = [{ path: 'note', title: 'Note', message: 'Note must be given' }];
  expect(stillAsSent(errors, sent, typed).map(({ path }) => path)).toEqual(stays);
});

it('an error in one of several stays until that one is written otherwise', () => {
  const errors = [{ path: 'turns.1.state', title: 'State', message: 'No state' }];
  const sent = { turns: [{ state: 'RWA' }, { state: 'XXX' }] };
  expect(stillAsSent(errors, sent, { turns: [{ state: 'NPL' }, { state: 'XXX' }] })).toHaveLength(1);
  expect(stillAsSent(errors, sent, { turns: [{ state: 'RWA' }, { state: 'NPL' }] })).toEqual([]);
  expect(stillAsSent(errors, sent, { turns: [{ state: 'RWA' }] })).toEqual([]);
});

/** What generators make of a schema hangs on how it is written: each way that answers and requests use, and what becomes of it. */
import { withNamedSchemas } from './named-schemas.ts';

const text = { type: 'string' };
const none = { type: 'null' };
const statuses = { type: 'string', enum: ['OPEN', 'CLOSED'] };
const lists = { Status: ['OPEN', 'CLOSED'] };
const status = { $ref: '#/components/schemas/Status' };
const number = { type: 'number' };
const double = { type: 'number', format: 'double' };
const money = { title: 'Money', type: 'object', properties: { amount: number } };
const toMoney = { $ref: '#/components/schemas/Money' };

const made = (schema: object) => withNamedSchemas(schema, lists);

it.each<[string, object, object]>([
  ['a text that may be null', { anyOf: [text, none] }, { type: ['string', 'null'] }],
  [
    'a day that may be null',
    { anyOf: [{ ...text, format: 'date' }, none] },
    { type: ['string', 'null'], format: 'date' },
  ],
  ['null before the type', { anyOf: [none, text] }, { type: ['string', 'null'] }],
  [
    'what is said of it',
    { anyOf: [text, none], description: 'why' },
    { type: ['string', 'null'], description: 'why' },
  ],
  [
    'said inside',
    { anyOf: [{ ...text, description: 'why' }, none] },
    { type: ['string', 'null'], description: 'why' },
  ],
  [
    'a list that may be null',
    { anyOf: [{ type: 'array', items: text }, none] },
    { type: ['array', 'null'], items: text },
  ],
  ['written so already', { type: ['string', 'null'] }, { type: ['string', 'null'] }],
  ['a named object', money, toMoney],
  ['a named object that may be null', { anyOf: [money, none] }, { oneOf: [toMoney, none] }],
  ['a reference that may be null', { anyOf: [toMoney, none] }, { oneOf: [toMoney, none] }],
  ['a closed list', statuses, status],
  ['a closed list with an example', { ...statuses, example: 'OPEN' }, { ...status, example: 'OPEN' }],
  ['a closed list that may be null', { anyOf: [statuses, none] }, { oneOf: [status, none] }],
  [
    'the same as Nest writes it',
    { type: ['string', 'null'], enum: ['OPEN', 'CLOSED', null] },
    { oneOf: [status, none] },
  ],
  ['a list of words', { type: 'array', items: statuses }, { type: 'array', items: status }],
  ['words that are no closed list', { ...text, enum: ['json', 'csv'] }, { ...text, enum: ['json', 'csv'] }],
  ['a number', number, double],
  ['a number that may be null', { anyOf: [number, none] }, { type: ['number', 'null'], format: 'double' }],
  ['a number that has a format', { ...number, format: 'float' }, { ...number, format: 'float' }],
  ['a whole number', { type: 'integer' }, { type: 'integer' }],
  ['one of several', { anyOf: [text, number] }, { anyOf: [text, double] }],
  [
    'one of several that may be null',
    { anyOf: [{ oneOf: [text, number] }, none] },
    { anyOf: [text, double, none] },
  ],
  [
    'one of several, of which one may be null',
    { anyOf: [text, { anyOf: [money, none] }] },
    { anyOf: [text, toMoney, none] },
  ],
  ['any value', { oneOf: [{}], example: 'FPU' }, { example: 'FPU' }],
  ['any value, also null', { anyOf: [{ oneOf: [{}] }, none], example: 'FPU' }, { example: 'FPU' }],
  [
    'an example that looks like a schema',
    { example: { anyOf: [text, none] } },
    { example: { anyOf: [text, none] } },
  ],
  ['a property called title', { properties: { title: text } }, { properties: { title: text } }],
  ['a property called enum', { properties: { enum: statuses } }, { properties: { enum: status } }],
])('%s', (_, schema, expected) => {
  expect(made(schema).parts).toEqual(expected);
});

it('what is named is a component once, without its name, and what is said of it stays where it is said', () => {
  const { parts, schemas } = made([
    { ...money, description: 'one' },
    { ...money, description: 'two' },
  ]);
  expect(parts).toEqual([
    { ...toMoney, description: 'one' },
    { ...toMoney, description: 'two' },
  ]);
  expect(schemas).toEqual({ Money: { type: 'object', properties: { amount: double } } });
});

it('what is inside a component is written alike', () => {
  const page = { title: 'Page', type: 'object', properties: { next: { anyOf: [text, none] }, of: statuses } };
  expect(made(page).schemas).toEqual({
    Page: { type: 'object', properties: { next: { type: ['string', 'null'] }, of: status } },
    Status: statuses,
  });
});

it('a list with a title is found wherever its words stand', () => {
  const { parts, schemas } = made([
    { title: 'Format', type: 'string', enum: ['json', 'csv'] },
    { type: 'string', enum: ['json', 'csv'] },
  ]);
  expect(parts).toEqual([{ $ref: '#/components/schemas/Format' }, { $ref: '#/components/schemas/Format' }]);
  expect(schemas).toEqual({ Format: { type: 'string', enum: ['json', 'csv'] } });
});

it('a name for two different things is refused', () => {
  expect(() => made([money, { ...money, properties: {} }])).toThrow('two schemas have the name Money');
});

it('two lists of the same words are refused: nothing would tell which is meant', () => {
  expect(() => made({ title: 'State', ...statuses })).toThrow('Status and State are lists of the same words');
});

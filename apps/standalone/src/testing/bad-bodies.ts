/** Announcements with one thing wrong each: what it is, the field that the answer must name, the body as sent. */
import { offer } from './ask.ts';

export type BadBody = readonly [what: string, field: string, body: unknown];

const GOOD = offer('Never announced');
const with_ = (more: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ ...GOOD, ...more });
const json = (member: string): string => `${JSON.stringify(GOOD).slice(0, -1)},${member}}`;
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

export const badBodies: readonly BadBody[] = [
  ['an unknown field', 'colour', with_({ colour: 'blue' })],
  ['a field that the server fills in', 'reference', with_({ reference: 'mine' })],
  ['a number for a text', 'memberState', with_({ memberState: 7 })],
  ['a list for a text', 'description', with_({ description: ['a'] })],
  ['an object for a text', 'source', with_({ source: { toString: 'x' } })],
  ['a text for a yes or no', 'duplicateChecked', with_({ duplicateChecked: 'true' })],
  ['a list of lists', 'partners', with_({ partners: [['Kenya']] })],
  ['null for what must be said', 'category', with_({ category: null })],
  ['an empty text', 'description', with_({ description: '' })],
  ['a blank text', 'source', with_({ source: ' \t\n' })],
  ['an empty id', 'pledgeId', with_({ pledgeId: '' })],
  ['a text that is too long', 'description', with_({ description: 'a'.repeat(10_001) })],
  ['an unknown state', 'memberState', with_({ memberState: 'Atlantis' })],
  ['a state and the code of another', 'isoAlpha3', with_({ isoAlpha3: 'KEN' })],
  ['an unknown category', 'category', with_({ category: 'unit' })],
  ['a category named as a property of every object', 'category', with_({ category: 'constructor' })],
  ['an unknown capability', 'capabilityCode', with_({ capabilityCode: 'INF-XX' })],
  [
    'a capability named as a property of every object',
    'capabilityCode',
    with_({ capabilityCode: 'toString' }),
  ],
  ['an unknown conference', 'conference', with_({ conference: '1999-nowhere' })],
  ['a conference named as a property of every object', 'conference', with_({ conference: '__proto__' })],
  ['a day that never was', 'announcedOn', with_({ announcedOn: '2021-02-30' })],
  ['29 February of a common year', 'announcedOn', with_({ announcedOn: '2023-02-29' })],
  ['a month that never is', 'announcedOn', with_({ announcedOn: '2021-13-01' })],
  ['a date in another writing', 'announcedOn', with_({ announcedOn: '07/12/2021' })],
  ['a date with a time', 'announcedOn', with_({ announcedOn: '2021-12-07T00:00:00Z' })],
  ['a day that has not come', 'announcedOn', with_({ announcedOn: '2999-01-01' })],
  ['a negative quantity', 'quantity', with_({ quantity: -1 })],
  ['a negative quantity in words', 'quantity', with_({ quantity: '-1' })],
  ['a quantity that says nothing', 'quantity', with_({ quantity: 'many' })],
  ['a quantity beyond what is exact', 'quantity', json('"quantity":9007199254740993')],
  ['a quantity without end', 'quantity', json('"quantity":1e400')],
  ['an id that is no UUID', 'pledgeId', with_({ pledgeId: '../../etc/passwd' })],
  ['an id in upper case', 'pledgeId', with_({ pledgeId: '0190A5B2-7C1E-7D3F-8A45-1B2C3D4E5F61' })],
  ['a null character', 'description', with_({ description: 'a\0b' })],
  ['half a surrogate pair', 'source', json('"source":"\\ud800"')],
  ['a null character in a key', 'a\u{FFFD}b', with_({ 'a\0b': 1 })],
  ['a key __proto__', 'body', json('"__proto__":{"role":"ADMIN"}')],
  ['a prototype behind constructor', 'body', json('"constructor":{"prototype":{"role":"ADMIN"}}')],
  ['a key constructor', 'constructor', with_({ constructor: 'x' })],
  ['a key toString', 'toString', with_({ toString: 'x' })],
  ['nesting of 30 levels', 'body', json(`"partners":${nested(30)}`)],
  ['nesting of 100,000 levels', 'body', json(`"partners":${nested(100_000)}`)],
  [
    'more members than any act has',
    'body',
    with_(Object.fromEntries(Array.from({ length: 80_000 }, (_, n) => [n, 1]))),
  ],
  [
    'a list longer than any act has',
    'partners',
    with_({ partners: Array.from({ length: 80_000 }, () => ({})) }),
  ],
  ['JSON that ends too early', 'body', JSON.stringify(GOOD).slice(0, -1)],
  ['JSON with more behind it', 'body', `${JSON.stringify(GOOD)} {}`],
  ['JSON with a comment', 'body', `/* */ ${JSON.stringify(GOOD)}`],
  ['no JSON', 'body', 'memberState=Rwanda'],
  ['nothing', 'body', ''],
  ['a list', 'body', [GOOD]],
  ['null', 'body', 'null'],
  ['a text', 'body', '"text"'],
  ['a number', 'body', '1'],
  ['bytes that are not UTF-8', 'body', Buffer.from(JSON.stringify(with_({ source: 'Côte' })), 'latin1')],
  ['UTF-16', 'body', Buffer.from(JSON.stringify(GOOD), 'utf16le')],
];

import { changesOfPage } from './changes-of-page.ts';

const one = { kind: 'ONE', version: 1 };
const two = { kind: 'TWO', version: 1 };
const units = { min: 1, max: 2, unit: 'units' };

it.each<[string, object | null, object, readonly object[]]>([
  ['nothing', { status: 'ANNOUNCED' }, { status: 'ANNOUNCED' }, []],
  ['a word', { level: 'L1' }, { level: 'L2' }, [{ field: 'level', before: 'L1', after: 'L2' }]],
  ['what was not said', { level: null }, { level: 'L1' }, [{ field: 'level', before: null, after: 'L1' }]],
  [
    'what is no longer said',
    { level: 'L1' },
    { level: null },
    [{ field: 'level', before: 'L1', after: null }],
  ],
  ['a yes', { silent: false }, { silent: true }, [{ field: 'silent', before: false, after: true }]],
  ['zero', { left: 1 }, { left: 0 }, [{ field: 'left', before: 1, after: 0 }]],
  ['an equal value in another object', { quantity: { ...units } }, { quantity: units }, []],
  [
    'a value with parts that is one',
    { quantity: units },
    { quantity: { ...units, max: 3 } },
    [{ field: 'quantity', before: units, after: { ...units, max: 3 } }],
  ],
  [
    'a member of a part',
    { reachedOn: { ANNOUNCED: '2025-01-01' } },
    { reachedOn: { ANNOUNCED: '2025-01-01', REGISTERED: '2025-02-01' } },
    [{ field: 'reachedOn.REGISTERED', before: null, after: '2025-02-01' }],
  ],
  [
    'a part that was not there',
    { internal: null },
    { internal: { documents: [], lastAav: 'x' } },
    [{ field: 'internal.lastAav', before: null, after: 'x' }],
  ],
  [
    'an item more of a list',
    { internal: { documents: [one] } },
    { internal: { documents: [one, two] } },
    [{ field: 'internal.documents', before: [], after: [two] }],
  ],
  ['an item less', { links: [one, two] }, { links: [two] }, [{ field: 'links', before: [one], after: [] }]],
  [
    'an item that is another',
    { links: [one, two, one] },
    { links: [one, { ...two, version: 2 }, one] },
    [{ field: 'links', before: [two], after: [{ ...two, version: 2 }] }],
  ],
  [
    'the order of items',
    { links: [one, two] },
    { links: [two, one] },
    [{ field: 'links', before: [one, two], after: [two, one] }],
  ],
  [
    'the same item twice',
    { links: [one] },
    { links: [one, one] },
    [{ field: 'links', before: [], after: [one] }],
  ],
  ['equal lists', { links: [{ ...one }] }, { links: [one] }, []],
  ['an empty list for none', { caveats: null }, { caveats: [] }, []],
  ['the revision', { revision: 1 }, { revision: 2 }, []],
  [
    'a pledge that is new, by what it says',
    null,
    { reference: 'R', level: null, links: [], terms: { use: 'fuel', place: null } },
    [
      { field: 'reference', before: null, after: 'R' },
      { field: 'terms.use', before: null, after: 'fuel' },
    ],
  ],
])('%s', (_, before, after, expected) => {
  expect(changesOfPage(before, after)).toEqual(expected);
});

/** What is said of a pledge that is not as it was read: that something was added only where something was. */
import { whatIsNewer } from './what-is-newer.ts';

type Standing = Parameters<typeof whatIsNewer>[0];

it.each<[string, Standing, Standing, string]>([
  [
    'an event that changes no status',
    { revision: 3, status: 'REGISTERED' },
    { revision: 4, status: 'REGISTERED' },
    'Something was added to this pledge.',
  ],
  [
    'an event that changes it',
    { revision: 0, status: 'ANNOUNCED' },
    { revision: 1, status: 'ACKNOWLEDGED' },
    'Something was added to this pledge. It stands at Acknowledged now.',
  ],
  [
    'another day, or a pledge beside it',
    { revision: 3, status: 'REGISTERED' },
    { revision: 3, status: 'REGISTERED' },
    'This page would look otherwise now.',
  ],
  [
    'a reader who may read less than before',
    { revision: 7, status: 'REGISTERED' },
    { revision: 3, status: null },
    'This page would look otherwise now.',
  ],
])('%s', (_, before, after, said) => {
  expect(whatIsNewer(before, after)).toBe(said);
});

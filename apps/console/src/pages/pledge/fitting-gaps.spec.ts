/** A pledge is offered the gaps that seek its unit, by their code or by one that they take instead, as long as anything is left of them. */
import { fitting } from './fitting-gaps.ts';

type Gap = Parameters<typeof fitting>[1][number];

const gap = (gapId: string, capabilityCode: string, substitutes: string[], left: number | null): Gap =>
  ({ gapId, capabilityCode, substitutes, left }) as Gap;

const gaps = [
  gap('own', 'INF-BN', [], 2),
  gap('instead', 'INF-COY', ['INF-BN'], 1),
  gap('untold', 'INF-BN', [], null),
  gap('full', 'INF-BN', [], 0),
  gap('other', 'HOSP-L2', ['HOSP-L3'], 1),
];

it.each([
  ['INF-BN', ['own', 'instead', 'untold']],
  ['HOSP-L3', ['other']],
  ['ENG-COY', []],
  [null, []],
])('%s fits %j', (capabilityCode, ids) =>
  expect(fitting({ capabilityCode }, gaps).map(({ gapId }) => gapId)).toEqual(ids),
);

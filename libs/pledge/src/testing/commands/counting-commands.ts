/** Accepted examples: how a promise is to be counted. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { CountingCommands } from '../../counting/counting.state.ts';
import { PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

const units = (n: number) => ({ min: n, max: n, unit: 'units', asStated: String(n) });

export const countingCommands: ExamplesOf<keyof CountingCommands> = {
  CountAgainst: {
    type: 'CountAgainst',
    data: {
      pledgeId: PLEDGE,
      kind: 'CEILING',
      totalId: idOf(95),
      quantity: null,
      money: null,
      total: { memberState: 'RWA', line: [] },
    },
    meta: by('DESK'),
  },
  DeclarePhases: {
    type: 'DeclarePhases',
    data: {
      pledgeId: PLEDGE,
      phases: [
        {
          name: 'year 1',
          quantity: units(1),
          ...NOTHING_BESIDE,
          from: '2026-01-01',
          to: '2026-12-31',
          condition: null,
        },
        {
          name: 'from year 2',
          quantity: { min: 2, max: 3, unit: 'units', asStated: '2-3' },
          ...NOTHING_BESIDE,
          from: '2027-01-01',
          to: null,
          condition: 'If Parliament agrees',
        },
      ],
      cumulative: true,
    },
    meta: state,
  },
};

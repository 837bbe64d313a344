/** Accepted examples: a pledge goes on as several. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { SplitCommands } from '../../split/split.state.ts';
import { PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

const one = (n: number) => ({ min: n, max: n, unit: 'units', asStated: String(n) });

export const splitCommands: ExamplesOf<keyof SplitCommands> = {
  SplitPledge: {
    type: 'SplitPledge',
    data: {
      pledgeId: PLEDGE,
      children: [
        {
          pledgeId: idOf(61),
          quantity: one(1),
          ...NOTHING_BESIDE,
          amount: null,
          capabilityCode: null,
          description: 'The first battalion',
          coveredByAav: true,
        },
      ],
      restId: idOf(60),
      consentReference: null,
    },
    meta: state,
  },
  DerivePledge: {
    type: 'DerivePledge',
    data: {
      pledgeId: PLEDGE,
      parents: [idOf(69)],
      kind: 'SPLIT',
      reference: '2021-seoul/RWA/INF-BN-0000A',
      conference: '2021-seoul',
      memberState: 'RWA',
      memberStateAsStated: 'Rwanda',
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: one(1),
      ...NOTHING_BESIDE,
      money: null,
      description: 'The first battalion',
      timeframe: null,
      deployWithinDays: null,
      partners: [],
      announcedOn: '2021-12-07',
      source: 'https://example.org/statement',
      duplicateChecked: false,
      speaker: null,
      standing: 'NEW',
      renews: null,
      themes: [],
      mainTheme: null,
      terms: null,
      track: 'CAPABILITY',
      level: 'L1',
      levelValidUntil: null,
      validUntil: '2026-06-01',
      standsSince: '2025-06-01',
      acknowledgedOn: '2025-01-20',
      registeredOn: '2025-06-01',
      base: null,
      records: {
        documents: [{ kind: 'NOTE_VERBALE', version: 1, eventId: idOf(68) }],
        documentHashes: ['a'.repeat(64)],
        lastAav: null,
        caveats: [],
        conditions: [],
      },
      partnership: null,
    },
    meta: by('SYSTEM'),
  },
};

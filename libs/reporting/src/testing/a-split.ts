/** A pledge that goes on as two, as intake writes it: the split, and each child. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { id, type Log } from './a-log.ts';
import { announce, register } from './a-pledge.ts';

const count = (n: number) => ({ min: n, max: n, unit: 'units', asStated: String(n) });
const PARTS = ['first', 'rest'];

/** Three battalions of `one`: 1 as `first`, 2 as `rest`. */
export const splitInTwo = (log: Log, conference: string | null = null): void => {
  announce(log, 'one', { quantity: count(3), conference });
  register(log, 'one', '2026-01-20', { quantity: count(3) });
  const children = PARTS.map((name, n) => ({
    pledgeId: id(name),
    capabilityCode: 'INF-BN',
    quantity: count(n + 1),
    ...NOTHING_BESIDE,
    money: null,
    description: `The ${name}`,
    level: 'L1' as const,
  }));
  const named = children.map((child, n) => ({ ...child, isRest: n > 0 }));
  const split = { pledgeId: id('one'), children: named, consentReference: null, endedMatches: [] };
  log.add('one', 'PledgeSplit', split, { on: '2026-02-01' });
  for (const [n, child] of children.entries()) {
    const name = PARTS[n] ?? '';
    const data = {
      ...child,
      ...takenOver,
      parents: [id('one')],
      reference: `none/BGD/INF-BN-${name}`,
      conference,
      partners: [],
      themes: [],
    };
    log.add(name, 'PledgeDerived', data, { on: '2026-02-01' });
  }
};

/** As the pledge it comes from was announced and registered. */
export const takenOver = {
  kind: 'SPLIT',
  memberState: 'BGD',
  memberStateAsStated: 'Bangladesh',
  category: 'UNIT',
  timeframe: null,
  deployWithinDays: null,
  announcedOn: '2026-01-01',
  source: 'https://example.org',
  duplicateChecked: false,
  speaker: null,
  standing: 'NEW',
  renews: null,
  mainTheme: null,
  terms: null,
  track: 'CAPABILITY',
  levelValidUntil: null,
  validUntil: '2027-01-20',
  standsSince: '2026-01-20',
  acknowledgedOn: null,
  registeredOn: '2026-01-20',
  base: null,
} as const;

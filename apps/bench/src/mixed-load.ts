/** What the steady mix announces and asks. */
import { memberStates } from '@pledgeline/contracts';
import { BY_HEADERS, type Headers } from './http-load.ts';
import { CONFERENCES, KINDS } from './varied-register.ts';

export interface Mix {
  readonly name: string;
  /** Body of the n-th announcement; no two are equal. */
  readonly announcement: (n: number) => object;
  /** The n-th read, of what its reader may read. @param known pledges that were announced so far. */
  readonly question: (n: number, known: readonly string[]) => Question;
}

export interface Question {
  readonly path: string;
  readonly reader: Headers;
}

const LIKE_STATES = ['RWA', 'KEN', 'GHA', 'NPL', 'KOR', 'URY'];

interface Reader {
  readonly headers: Headers;
  /** That are open to its role: docs/access.md. */
  readonly lists: readonly string[];
}

const READERS: readonly Reader[] = [
  { headers: BY_HEADERS, lists: ['/pledges', '/work-queue', '/gaps', '/visits'] },
  {
    headers: { 'x-pledgeline-actor': 'bench-ms', 'x-pledgeline-role': 'MS', 'x-pledgeline-state': 'RWA' },
    lists: ['/pledges', '/work-queue', '/gaps', '/visits'],
  },
  { headers: {}, lists: ['/pledges', '/conferences', '/gaps', '/missions'] },
];

/** Half of the reads are of pages, of old and of new pledges alike. */
const question: Mix['question'] = (n, known) => {
  const { headers: reader, lists } = of(READERS, Math.floor(n / 8));
  const pledgeId = known[(n * 7919) % Math.max(known.length, 1)];
  const path = n % 2 === 0 && pledgeId !== undefined ? `/pledges/${pledgeId}` : of(lists, Math.floor(n / 2));
  return { path, reader };
};

/** Promises of all states, kinds and conferences. */
const varied = (n: number): object => {
  const { category, capabilityCode, quantity } = of(KINDS, n);
  return {
    memberState: of(memberStates, n * 7).code,
    category,
    capabilityCode,
    conference: n % 3 === 0 ? null : of(CONFERENCES, n),
    ...(quantity === null
      ? { money: { amount: String(100_000 + n), currency: 'USD' } }
      : { quantity: String(quantity[0] + n), unit: quantity[1] }),
    description: `Promise ${n}: to be agreed with the Secretariat, ready within ninety days of a request`,
    announcedOn: '2025-05-13',
    source: `Note verbale ${n}`,
  };
};

/** One capability, one conference, six states: each is looked for among thousands like it, and somebody has checked that it is another. */
const like = (n: number): object => ({
  memberState: of(LIKE_STATES, n),
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  conference: '2021-seoul',
  quantity: '850',
  unit: 'troops',
  description: 'One infantry battalion, self-sustained, ready within sixty days of a request',
  announcedOn: '2025-05-13',
  source: `Note verbale ${n}`,
  additional: true,
  additionalReason: `A battalion more: note verbale ${n}`,
});

const of = <Item>(items: readonly Item[], n: number): Item => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
};

export const MIXES: readonly Mix[] = [
  { name: 'varied', announcement: varied, question },
  { name: 'like', announcement: like, question },
];

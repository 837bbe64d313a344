/**
 * What reports and lists look at of a pledge. Much of a row is as in a pledge to which nothing has happened, and much of the rest is
 * the same in many rows: only what differs is kept, once. What no pass over all pledges looks at is left out. Decision 70.
 */
import { initialPledge, type Pledge } from '@pledgeline/pledge';
import type { Brief } from '../../visibility/view.ts';
import type { RegisterRow } from './register-row.ts';
import { sharedValues } from './shared-values.ts';

/** Long, or of no report: a report that needs one of them takes it off this list. */
const LEFT_OUT: ReadonlySet<string> = new Set<keyof Pledge>([
  'links',
  'supportRequests',
  'clarifications',
  'documents',
  'documentHashes',
  'notedVisits',
  'answeredReservations',
  'corrections',
  'annulments',
  'entered',
  'closedProposals',
  'remindedFor',
]);

/** What differs from the initial pledge, as names, which many have in common, and values. */
interface Fields {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
}

interface Kept {
  readonly row: Omit<RegisterRow, 'pledge'>;
  readonly pledge: Fields;
}

/** As it is stored; what was parsed is also copied much faster than what was put together. */
const INITIAL = JSON.parse(JSON.stringify(initialPledge)) as Pledge;

const initialTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(INITIAL).map(([name, value]) => [name, JSON.stringify(value)]),
);

const isInitial = (name: string, value: unknown): boolean =>
  value === INITIAL[name as keyof Pledge] ||
  (typeof value === 'object' && JSON.stringify(value) === initialTexts[name]);

export const registerInBrief = (): Brief<RegisterRow> => {
  const shared = sharedValues();
  /** A copy takes less memory than an object that is put together. */
  const withShared = <Value extends object>(value: Value): Value => {
    const copy: Value = { ...value };
    for (const name of Object.keys(copy) as (keyof Value)[]) copy[name] = shared(copy[name]);
    return copy;
  };
  return {
    kept: ({ pledge, ...row }): Kept => {
      const { announcement } = pledge;
      const differing = (Object.entries(pledge) as [string, unknown][]).filter(
        ([name, value]) => !LEFT_OUT.has(name) && !isInitial(name, value),
      );
      return {
        row: withShared(row),
        pledge: {
          names: shared(differing.map(([name]) => name)),
          values: differing.map(([name, value]) =>
            name === 'announcement' && announcement !== null
              ? withShared({ ...announcement, description: '', source: '' })
              : shared(value),
          ),
        },
      };
    },
    row: ({ row, pledge: { names, values } }: Kept): RegisterRow => {
      const pledge: Record<string, unknown> = { ...INITIAL };
      for (let n = 0; n < names.length; n += 1) pledge[names[n] ?? ''] = values[n];
      return { ...row, pledge: pledge as unknown as Pledge };
    },
  };
};

/**
 * Who takes part in promises, by state and by role. Accountability page, section 6: credited once and in its role; who is only
 * named by another is not counted.
 */
import { CREDIT_ROLES, type CreditRole } from '@pledgeline/contracts';
import { creditsOf, type Credit } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { pledgesWhere, stateCode } from '../views/register/pledge-filters.ts';
import { memberStateName } from '../views/register/pledge-labels.ts';
import { counting, countingInTurn, type FigureMeaning } from './figure.ts';
import { credits as figures } from './figures.data.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';

/** One state in one role on one pledge. */
interface Credited {
  readonly reference: string;
  readonly state: string;
  readonly role: Credit['role'];
}

const NOT_STATED = 'NOT_STATED';

const pledges = (
  meaning: Omit<FigureMeaning, 'unit'>,
  counts: (credited: Credited) => boolean = () => true,
) =>
  countingInTurn<Credited>({ ...meaning, unit: 'pledges' }, 'pledges', ({ reference }) => reference, counts);

const states = counting<Credited>(figures.states, 'states', ({ state }) => [state]);

const asRole = (wanted: CreditRole) => pledges(figures[wanted], ({ role }) => role === wanted);

export const credits: ReportDefinition = {
  report: 'credits',
  title: 'Credit for promises, by state and role',
  answers: 'Which states take part in promises as trainer, funder or host, with units or equipment?',
  readers: 'PUBLIC',
  by: ['memberState', 'role'],
  make: async ({ views }, { by = 'memberState', memberState, ...filters }) => {
    const asked = memberState === undefined ? null : stateCode(memberState);
    const byRole = by === 'role';
    const tallies = talliesOf<Credited>([
      pledges(figures.pledges),
      states,
      ...(byRole ? [] : CREDIT_ROLES.map(asRole)),
    ]);
    // Who stands in a course carries nothing of the pledge, so the state is looked for among the credits.
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        for (const { state, role, counted } of creditsOf(row.pledge)) {
          if (!counted || state === null || (asked !== null && state !== asked)) continue;
          const { reference } = row.pledge;
          tallies.add({ reference, state, role }, [byRole ? (role ?? NOT_STATED) : state]);
        }
      }
    const nameOf = byRole ? nameOfRole : memberStateName;
    return [tallies.total(), ...tallies.parts(nameOf, SEVERAL)];
  },
};

const SEVERAL = 'a pledge stands in each group that it has a credit of, so that the groups are not added up';

const nameOfRole = (role: string): string => role.toLowerCase().replaceAll('_', ' ');

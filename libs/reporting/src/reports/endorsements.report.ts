/** Who put their name to what, and who reported on it since: principles, compacts, declarations (seeds 000, 001 and 003). */
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { namesKnown } from '../views/names-known.ts';
import { counting } from './figure.ts';
import { namedGroups } from './named-groups.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';
import { endorsements as figures } from './figures.data.ts';

type PoliticalAct = NonNullable<RegisterRow['pledge']['delivered']>['acts'][number];

/** One act, and the state whose pledge it is. */
interface Done {
  readonly memberState: string;
  readonly act: PoliticalAct;
}

const measures = [
  counting<Done>(figures.endorsed, 'states', ({ memberState, act }) =>
    act.act === 'ENDORSEMENT' ? [memberState] : [],
  ),
  counting<Done>(figures.reported, 'states', ({ memberState, act }) =>
    act.act === 'REPORT' ? [memberState] : [],
  ),
  counting<Done>(figures.actedOtherwise, 'states', ({ memberState, act }) =>
    ['ENDORSEMENT', 'REPORT'].includes(act.act) ? [] : [memberState],
  ),
];

export const endorsements: ReportDefinition = {
  report: 'endorsements',
  title: 'Endorsements and reports on them',
  answers: 'Which states endorsed which text, and which reported on it?',
  readers: 'PUBLIC',
  make: async ({ views }, filters) => {
    const { codesOf, nameOf, keyOf } = namedGroups(await namesKnown(views), 'texts');
    const texts = talliesOf(measures, keyOf);
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        const { memberState, delivered } = row.pledge;
        for (const act of delivered?.acts ?? []) texts.add({ memberState, act }, codesOf([act.what]));
      }
    return texts.parts(nameOf);
  },
};

/** Pledges that were entered by mistake: each has a page, and is in no list and in no figure. Accountability page, section 9. */
import type { DataOf } from '@pledgeline/contracts';
import { concernedIn } from '@pledgeline/pledge';
import { viewOf } from '../../visibility/view.ts';
import { carriedBy } from './carried-by.ts';
import { rowAfter, rowShownTo } from './pledge-register.view.ts';
import type { RegisterRow } from './register-row.ts';
import { statesColumn } from './states-column.ts';

export const VOID_PLEDGES = 'void-pledges';

export const voidPledges = viewOf<RegisterRow>({
  name: VOID_PLEDGES,
  version: 3,
  category: 'pledge',
  columns: {
    reference: ({ pledge }) => pledge.reference,
    memberState: ({ pledge }) => pledge.memberState,
    states: ({ pledge }) => statesColumn(pledge),
  },
  apply: (row, event) => {
    const isVoided = event.type === 'EventAnnulled' && (event.data as DataOf<'EventAnnulled'>).voids !== null;
    return row === undefined && !isVoided ? undefined : rowAfter(row, event);
  },
  readers: { where: () => ({}), row: rowShownTo, dependsOnPresent: true },
  concerned: {
    statesOf: ({ pledge }) => concernedIn(pledge),
    where: async (views, state) => ({ states: await carriedBy(views, [state]) }),
  },
});

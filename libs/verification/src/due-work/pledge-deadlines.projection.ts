/**
 * When each pledge is due for something: a reminder, a lapse, the end of the visit behind its level. The row is the folded
 * pledge, so that deadlines and decisions cannot disagree; it is dropped when the life of the pledge is over.
 */
import { END_STATUSES, eventContracts } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Projection } from '@pledgeline/event-sourcing';
import { initialPledge, pledge } from '@pledgeline/pledge';
import type { Pledge } from '@pledgeline/pledge';

/** While a unit is selected or later, no renewal is asked, the pledge does not lapse and no level expires. */
const isOffered = ({ status }: Pledge): boolean => status === 'REGISTERED' || status === 'MATCHED';

export const pledgeDeadlines: Projection<Pledge> = {
  name: 'pledge-deadlines',
  version: 8,
  columns: {
    validUntil: (row) => (isOffered(row) ? row.validUntil : null),
    unreminded: (row) => (isOffered(row) && row.remindedFor !== row.validUntil ? row.validUntil : null),
    levelValidUntil: (row) => (isOffered(row) ? row.levelValidUntil : null),
  },
  sparse: ['validUntil', 'unreminded', 'levelValidUntil'],
  usual: { of: null, fields: initialPledge },
  handles: eventContracts.filter(({ category }) => category === 'pledge').map(({ type }) => type),
  keyOf: ({ data }) => (data as DataOf<'PledgeAnnounced'>).pledgeId,
  apply: (row, event) => {
    const changed = pledge.evolve(row ?? pledge.initialState(), event);
    return END_STATUSES.some((end) => end === changed.status) ? undefined : changed;
  },
};

/**
 * Which pledge bears which reference. A reference ends with 25 bits of a hash of the id, so that it cannot be turned back, and
 * two pledges may bear the same one.
 */
import type { DataOf } from '@pledgeline/contracts';
import type { Projection, Views } from '@pledgeline/event-sourcing';

interface NameRow {
  readonly reference: string;
}

export const pledgeNames: Projection<NameRow> = {
  name: 'pledge-names',
  version: 1,
  columns: { reference: ({ reference }) => reference },
  indexes: [['reference']],
  handles: ['PledgeAnnounced', 'PledgeDerived', 'EventAnnulled'],
  keyOf: ({ data }) => (data as DataOf<'PledgeAnnounced' | 'PledgeDerived'>).pledgeId,
  apply: (row, { type, data }) => {
    if (type !== 'EventAnnulled')
      return { reference: (data as DataOf<'PledgeAnnounced' | 'PledgeDerived'>).reference };
    // The announcement that named it is struck; its page stays.
    const { voids } = data as DataOf<'EventAnnulled'>;
    return voids === null ? row : { reference: voids.reference };
  },
};

/** More than will ever bear one name. */
const MOST = 10;

/**
 * Ids of the pledges that bear a reference, as far as the read model has come.
 * @param view with a row for each pledge and a column `reference`.
 */
export const pledgesNamed =
  (views: Pick<Views, 'find'>, view = pledgeNames.name) =>
  async (reference: string): Promise<readonly string[]> =>
    (await views.find(view, { where: { reference }, limit: MOST })).map(({ key }) => key);

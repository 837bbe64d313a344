/** The consents to joint pledges that name pledges of other states, by the pledges that they name: their states are asked. */
import type { Views } from '@pledgeline/event-sourcing';
import type { Pledge } from '@pledgeline/pledge';
import { everyRow } from '../answers/every-row.ts';
import { PLEDGE_REGISTER, type RegisterRow } from './register/register-row.ts';

type MergeConsent = NonNullable<Pledge['mergeConsent']>;

export interface OpenMerger extends MergeConsent {
  /** Of the pledge whose state agreed. */
  readonly memberState: string;
  readonly reference: string;
}

export type OpenMergers = Pick<ReadonlyMap<string, readonly OpenMerger[]>, 'get'>;

/** Null where nobody is asked: of what is no longer registered nothing is merged. */
export const consentOpenIn = ({ status, mergeConsent }: Pledge): MergeConsent | null =>
  status === 'REGISTERED' && mergeConsent !== null && mergeConsent.others.length > 0 ? mergeConsent : null;

export const openMergers = async (views: Views): Promise<OpenMergers> =>
  mergersIn([...(await openMergerRows(views)).values()]);

/** The pledges whose states agreed. */
export const openMergerRows = async (views: Views): Promise<ReadonlyMap<string, RegisterRow>> => {
  const found = new Map<string, RegisterRow>();
  for await (const { key, row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER, { joins: 'OPEN' })) {
    found.set(key, row);
  }
  return found;
};

/** The pledges of others that a consent names. */
export const namedIn = ({ pledge }: RegisterRow): readonly string[] => consentOpenIn(pledge)?.others ?? [];

export const mergersIn = (rows: readonly RegisterRow[]): OpenMergers => {
  const byPledge = new Map<string, OpenMerger[]>();
  // By key, whatever order they were read in.
  const inOrder = rows.toSorted((one, other) => (one.pledge.pledgeId < other.pledge.pledgeId ? -1 : 1));
  for (const { pledge } of inOrder) {
    const { memberState, reference } = pledge;
    const consent = consentOpenIn(pledge);
    if (consent === null) continue;
    for (const other of consent.others)
      byPledge.set(other, [...(byPledge.get(other) ?? []), { ...consent, memberState, reference }]);
  }
  return byPledge;
};

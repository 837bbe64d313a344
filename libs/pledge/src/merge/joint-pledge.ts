/** The pledge that a merger makes: it stands for its sources, and is carried by all their states. */
import { capability, type DataOf } from '@pledgeline/contracts';
import { announcedAs, openTerms, papersOf } from '../split/derive.ts';
import type { SplitCommands } from '../split/split.state.ts';
import type { Pledge } from '../state.ts';

/**
 * As the source of the lead was announced and registered, at the lowest level: what was assessed were other units. It
 * stands as long as the first of its sources would. Undefined where that source was never registered.
 * @param sources that of the lead first.
 * @param on business date of the merger.
 */
export const jointPledge = (
  merged: DataOf<'PledgesMerged'>,
  sources: readonly Pledge[],
  reference: string,
  on: string,
): SplitCommands['DerivePledge'] | undefined => {
  const [first] = sources;
  if (first === undefined || first.announcement === null || first.track === null) return undefined;
  const {
    jointPledgeId: pledgeId,
    lead,
    shares,
    capabilityCode,
    quantity,
    strength,
    aircraft,
    money,
    description,
  } = merged;
  const { announcement, track } = first;
  const ends = sources.flatMap(({ validUntil }) => validUntil ?? []).sort();
  return {
    pledgeId,
    parents: shares.map((share) => share.pledgeId),
    kind: 'MERGE',
    reference,
    ...announcedAs(announcement, first),
    category: capability(capabilityCode)?.category ?? announcement.category,
    capabilityCode,
    quantity,
    strength,
    aircraft,
    money,
    description,
    timeframe: first.timeframe,
    deployWithinDays: null,
    track,
    level: first.level === null ? null : 'L1',
    levelValidUntil: null,
    validUntil: ends[0] ?? null,
    standsSince: first.standsSince,
    acknowledgedOn: first.reachedOn.ACKNOWLEDGED ?? null,
    registeredOn: first.reachedOn.REGISTERED ?? null,
    base: null,
    records: {
      documents: papersOf(first),
      documentHashes: [...first.documentHashes],
      lastAav: null,
      caveats: sources.flatMap((source) => openTerms(source).caveats),
      conditions: sources.flatMap((source) => openTerms(source).conditions),
    },
    partnership: {
      lead,
      partners: shares.map(({ state, role, share, consentReference }) => ({
        pledgeId,
        state,
        body: null,
        role,
        part: null,
        share,
        from: on,
        to: null,
        leadConsentReference: consentReference,
        confirmation: 'MERGED' as const,
      })),
    },
  };
};

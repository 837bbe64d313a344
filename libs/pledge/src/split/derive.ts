/** Opens a pledge that comes from others, with the data that it takes over from them. */
import { capability, type DataOf, type PledgeEvent } from '@pledgeline/contracts';
import { baseOfPart } from '../accountability/base-of-part.ts';
import { promisedIn } from '../amendment/amendment.state.ts';
import { openCaveats } from '../caveats/caveats.state.ts';
import { openConditions } from '../conditions/conditions.state.ts';
import type { Decision } from '../decision-context.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';
import type { Child, SplitCommands } from './split.state.ts';

/** The public event of the new pledge comes first, then the records between its state and the Secretariat. */
export const derive: Decision<'DerivePledge'> = ({ data }) => {
  const { records, partnership: _, ...derived } = data;
  const events: PledgeEvent[] = [{ type: 'PledgeDerived', data: derived }, ...carriedBy(data)];
  const { documents, lastAav, caveats, conditions } = records;
  if (documents.length === 0 && lastAav === null && caveats.length === 0 && conditions.length === 0)
    return events;
  return [...events, { type: 'RecordsCarriedOver', data: { pledgeId: derived.pledgeId, ...records } }];
};

/** A child of this parent, complete: as announced and registered then, with its own share and words. */
export const childOfSplit = (
  child: Child,
  parent: Pledge,
  reference: string,
): SplitCommands['DerivePledge'] | undefined => {
  const { announcement, track, lastAav } = parent;
  if (announcement === null || track === null) return undefined;
  const keepsVisit = child.level === 'L2';
  return {
    pledgeId: child.pledgeId,
    parents: [parent.pledgeId],
    kind: 'SPLIT',
    reference,
    ...announcedAs(announcement, parent),
    category: categoryOf(child, announcement),
    capabilityCode: child.capabilityCode,
    quantity: child.quantity,
    strength: child.strength,
    aircraft: child.aircraft,
    money: child.money,
    description: child.isRest ? `${child.description}: ${promisedIn(parent)}` : child.description,
    timeframe: parent.timeframe,
    deployWithinDays: parent.deployWithinDays,
    track,
    level: child.level,
    levelValidUntil: keepsVisit ? parent.levelValidUntil : null,
    validUntil: parent.validUntil,
    standsSince: parent.standsSince,
    acknowledgedOn: parent.reachedOn.ACKNOWLEDGED ?? null,
    registeredOn: parent.reachedOn.REGISTERED ?? null,
    base: baseOfPart(child, parent),
    records: {
      documents: papersOf(parent),
      documentHashes: [...parent.documentHashes],
      lastAav: keepsVisit ? lastAav : null,
      ...openTerms(parent),
    },
    partnership: null,
  };
};

/** Field by field as the event has them. Their days are those of the parent's registration, which stands. */
export const papersOf = ({ documents }: Pledge) =>
  documents.map(({ kind, version, eventId }) => ({ kind, version, eventId }));

type Announcement = DataOf<'PledgeAnnounced'>;

/**
 * Caveats and conditions that are open, field by field as the events have them: neither a split nor a merger washes them off. A
 * lifting that is not confirmed is no part of it: the state gives the caveat up anew.
 */
export const openTerms = (pledge: Pledge) => ({
  caveats: openCaveats(pledge).map(
    ({ caveatId, text, kind, blocking, undeclared, foundBy, foundIn, since, liftedOn, visibility }) => ({
      caveatId,
      text,
      kind,
      blocking,
      undeclared,
      foundBy,
      foundIn,
      since,
      liftedOn,
      visibility,
    }),
  ),
  conditions: openConditions(pledge).map(({ conditionId, text, declaredOn }) => ({
    conditionId,
    text,
    declaredOn,
  })),
});

/** The partnership that carries a joint pledge from the beginning. */
const carriedBy = ({ pledgeId, partnership }: SplitCommands['DerivePledge']): PledgeEvent[] => {
  if (partnership === null) return [];
  const { lead, partners } = partnership;
  const declared = { pledgeId, kind: 'JOINT_PLEDGE' as const, lead, handoverTo: null, handoverOn: null };
  return [
    { type: 'PartnershipDeclared', data: declared },
    ...partners.map((data) => ({ type: 'PartnerJoined' as const, data })),
  ];
};

/** The conference and the state of the announcement, and the terms and the themes as they are now. */
export const announcedAs = (announcement: Announcement, pledge: Pledge) => {
  const { conference, memberState, memberStateAsStated, partners, announcedOn, source } = announcement;
  const { duplicateChecked, speaker, standing, renews } = announcement;
  const { tags } = pledge;
  return {
    conference,
    memberState,
    memberStateAsStated,
    partners,
    announcedOn,
    source,
    duplicateChecked,
    speaker,
    standing,
    renews,
    terms: termsPromised(pledge),
    themes: [...(tags?.themes ?? [])],
    mainTheme: tags?.mainTheme ?? null,
  };
};

const categoryOf = ({ capabilityCode }: Child, { category }: Announcement): string =>
  (capabilityCode === null ? undefined : capability(capabilityCode)?.category) ?? category;

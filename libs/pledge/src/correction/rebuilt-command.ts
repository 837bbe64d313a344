/**
 * Rebuilds the command behind an event, so that it can be decided again. The data of the event serves as the body: the decision
 * overwrites the fields that follow from it. A few fields that are not recorded are added.
 */
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { bodiesOf } from '../authorization.ts';
import { transitionOf, transitions } from '../chapters.ts';

import { amountOf } from '../money-range.ts';
import { isSame } from '../partnership/partnership.ts';
import type { Pledge, PledgeCommand, PledgeCommandType } from '../state.ts';

/** @param pledge as it was before the event. @returns undefined for what no decision of today would make. */
export const rebuiltCommand = (event: RecordedEvent, pledge: Pledge): PledgeCommand | undefined => {
  const type = NOT_REBUILT.has(event.type) ? undefined : commandBehind(event, pledge);
  if (type === undefined) return undefined;
  const { metadata, recordedAt } = event;
  const { actor, role, onBehalfOf, correlationId, causationId, commandId, bodyHash, occurredOn } = metadata;
  const { recordedFor = role } = metadata;
  const unrecorded = unrecordedParts.get(event.type)?.(event, pledge) ?? {};
  return {
    type,
    data: { ...(event.data as object), ...unrecorded },
    meta: {
      commandId,
      bodyHash,
      actor,
      // What was recorded for others is decided as their own act.
      role: recordedFor,
      ...(metadata.recordedFor !== undefined && { wasRecorded: true }),
      onBehalfOf,
      body: bodyBehind(event, pledge),
      correlationId,
      causationId,
      now: recordedAt,
      occurredOn,
    },
  } as unknown as PledgeCommand;
};

/** Events keep no body of their sender: the one that they are about, or one that has a part. It was allowed when it was sent. */
const bodyBehind = ({ data }: RecordedEvent, pledge: Pledge): string | null => {
  const { body } = data as { readonly body?: unknown };
  return typeof body === 'string' ? body : (bodiesOf(pledge)[0] ?? null);
};

/**
 * A refused match records neither codes nor mission, and is a refusal itself. What came from another pledge was decided
 * there. A correction or an annulment changes what was, and is no part of it; nor is the note that an act was recorded for others.
 */
const NOT_REBUILT: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'MatchRefused',
  'PledgeDerived',
  'RecordsCarriedOver',
  'CorrectionProposed',
  'EventCorrected',
  'CorrectionRejected',
  'ActRecorded',
  'ActProposed',
  'ActRejected',
  'AnnulmentProposed',
  'EventAnnulled',
  'AnnulmentRejected',
  'ActObjected',
]);

/** By the table of transitions; where several commands write a type, that of the track the pledge is on. */
const commandBehind = ({ type: eventType, data }: RecordedEvent, { track }: Pledge) => {
  const said = commandsOfPartners.get(eventType);
  if (said !== undefined) return said(data as never);
  const writers = (Object.keys(transitions) as PledgeCommandType[]).filter(
    (type) => type !== 'DerivePledge' && transitionOf(type).events.some((written) => written === eventType),
  );
  return writers.find((type) => transitionOf(type).track === track) ?? writers[0];
};

/** Which side spoke last is in the event. What a merger brought was decided there. */
const commandsOfPartners: ReadonlyMap<string, (data: never) => PledgeCommandType | undefined> = new Map<
  PledgeEvent['type'],
  (data: never) => PledgeCommandType | undefined
>([
  [
    'PartnerJoined',
    ({ confirmation }: DataOf<'PartnerJoined'>) => {
      if (confirmation === 'INVITED') return 'AcceptInvitation';
      if (confirmation === 'REQUESTED') return 'ConfirmPartner';
      return confirmation === 'MERGED' ? undefined : 'JoinPartnership';
    },
  ],
  // Also where it came with an announcement or with terms.
  ['TargetStated', () => 'StateTarget'],
  [
    'PartnerLeft',
    ({ endedBy }: DataOf<'PartnerLeft'>) => (endedBy === 'LEAD' ? 'PartFromPartner' : 'LeavePartnership'),
  ],
]);

type Unrecorded = (event: RecordedEvent, pledge: Pledge) => object;

const unrecordedParts: ReadonlyMap<string, Unrecorded> = new Map<PledgeEvent['type'], Unrecorded>([
  ['PledgeAnnounced', () => ({ like: null, shareAimedAt: null })],
  ['TermsStated', () => ({ shareAimedAt: null })],
  ['CourseEvaluated', ({ metadata }) => ({ internal: metadata.visibility === 'INTERNAL' })],
  ['PledgeRegistered', () => ({ lateEntry: true })],
  [
    'PledgeMatched',
    ({ data }, { capabilityCode }) => ({
      acceptedCodes: [capabilityCode],
      reserved: true,
      personsPerUnit: answeredIn(data as DataOf<'PledgeMatched'>),
    }),
  ],
  ['PledgesMerged', (event, { track }) => sourcesOf(event.data as DataOf<'PledgesMerged'>, track)],
  ['PledgeSplit', (event) => splitOf(event.data as DataOf<'PledgeSplit'>)],
  ['RepeatDecided', (_, { memberState }) => ({ other: { memberState, repeats: null } })],
  ['PledgeSuperseded', (_, { memberState }) => ({ memberState })],
  ['PledgeCountedAgainst', (_, { memberState }) => ({ total: { memberState, line: [] } })],
  ['PartnerJoined', ({ data }, pledge) => proposalBehind(data as DataOf<'PartnerJoined'>, pledge)],
  ['PartnerConfirmed', () => ({ proposalId: null })],
  ['ProgressReported', ({ metadata }) => ({ visibility: metadata.visibility })],
  ['CaveatLifted', ({ metadata }) => ({ atOnce: metadata.ruleSet === null })],
  [
    'CaveatGivenUp',
    ({ data }) => ({
      confirmationReference: (data as DataOf<'CaveatGivenUp'>).reference,
      atOnce: false,
    }),
  ],
  ['CaveatDeclared', ({ metadata }) => ({ internal: metadata.visibility === 'INTERNAL' })],
  ['PledgeFulfilled', ({ data }) => closed('FULL', data as DataOf<'PledgeFulfilled'>)],
  ['PledgePartiallyFulfilled', ({ data }) => closed('PART', data as DataOf<'PledgeFulfilled'>)],
  ['MilestoneRevised', ({ data }) => (data as DataOf<'MilestoneRevised'>).after],
]);

/** What the pledge and the taxonomy say is looked up anew. */
const answeredIn = ({ personsPerUnit, personsPerUnitFrom }: DataOf<'PledgeMatched'>): number | null =>
  personsPerUnitFrom === 'MATCH' ? personsPerUnit : null;

/** A share that was stated, and not computed, is decided upon as it was. */
const closed = (as: 'FULL' | 'PART', { judged, shareDelivered }: DataOf<'PledgeFulfilled'>) => ({
  as,
  statedShare: judged ? shareDelivered : null,
});

const proposalBehind = (joined: DataOf<'PartnerJoined'>, { partnerProposals }: Pledge) => ({
  proposalId: partnerProposals.find((open) => isSame(open, joined))?.proposalId ?? null,
  ...(joined.confirmation === 'REQUESTED' && { consentReference: joined.leadConsentReference }),
});

/** As they stood when the merger was decided. */
const sourcesOf = ({ shares, mergeId, lead, money }: DataOf<'PledgesMerged'>, track: Pledge['track']) => ({
  sources: shares.map(({ pledgeId, state, ...part }, n) => ({
    pledgeId,
    memberState: state,
    status: 'REGISTERED',
    track,
    consent: { mergeId, leadState: lead, ...part },
    // Together they promised that much; who how much is with the sources.
    money: n === 0 ? money : null,
    strength: null,
    aircraft: null,
  })),
});

/** The rest follows from what was named. */
const splitOf = ({ children }: DataOf<'PledgeSplit'>) => ({
  children: children
    .filter(({ isRest }) => !isRest)
    .map((child) => ({ ...child, amount: amountOf(child.money), coveredByAav: child.level === 'L2' })),
  restId: children.find(({ isRest }) => isRest)?.pledgeId ?? '',
});

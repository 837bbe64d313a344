/**
 * How each event changes the pledge. Total: an event it does not know, or that comes where no decision would put it, never
 * makes it throw. It asks neither clock nor rule set: dates that follow from rules are in the events.
 */
import type { PledgeEvent, Status } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { initialPledge, type NotedOutcome, type Pledge } from './state.ts';

export const evolve = (pledge: Pledge, event: RecordedEvent): Pledge => {
  const changed = changedBy(pledge, event as RecordedEvent & PledgeEvent);
  if (changed === pledge) return pledge;
  const { occurredOn } = event.metadata;
  const { status } = changed;
  const isNew = status !== null && !(status in changed.reachedOn);
  return {
    ...changed,
    reachedOn: isNew ? { ...changed.reachedOn, [status]: occurredOn } : changed.reachedOn,
    lastHeardOn: NO_NEWS.has(event.type) ? pledge.lastHeardOn : later(pledge.lastHeardOn, occurredOn),
  };
};

/** What the system writes by itself tells nothing of the unit. */
const NO_NEWS: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'RenewalReminded',
  'PledgeLapsed',
  'MatchRefused',
]);

const later = (one: string | null, other: string | null): string | null =>
  other === null || (one !== null && one > other) ? one : other;

const changedBy = (pledge: Pledge, event: RecordedEvent & PledgeEvent): Pledge => {
  const { type, data } = event;
  switch (type) {
    case 'PledgeAnnounced':
      return {
        ...initialPledge,
        status: 'ANNOUNCED',
        pledgeId: data.pledgeId,
        reference: data.reference,
        announcement: data,
        memberState: data.memberState,
        capabilityCode: data.capabilityCode,
        quantity: data.quantity,
        timeframe: data.timeframe,
      };
    case 'AnnouncementLinked':
      return { ...pledge, links: [...pledge.links, data] };
    case 'PledgeAcknowledged':
      return { ...pledge, status: 'ACKNOWLEDGED' };
    case 'ClarificationRequested': {
      const { pledgeId: _, ...asked } = data;
      return { ...pledge, clarifications: [...pledge.clarifications, { ...asked, answered: false }] };
    }
    case 'ClarificationProvided':
      return {
        ...pledge,
        clarifications: pledge.clarifications.map((asked) =>
          asked.clarificationId === data.clarificationId ? { ...asked, answered: true } : asked,
        ),
      };
    case 'PledgeRegistered':
      return {
        ...pledge,
        status: 'REGISTERED',
        track: data.track,
        capabilityCode: data.capabilityCode,
        quantity: data.quantity,
        timeframe: data.timeframe,
        deployWithinDays: data.deployWithinDays,
        level: data.level,
        validUntil: data.validUntil,
        standsSince: event.metadata.occurredOn,
      };
    case 'RegistrationDeclined':
      return { ...pledge, status: 'DECLINED' };
    case 'DocumentationReceived': {
      const others = pledge.documents.filter(({ kind }) => kind !== data.kind);
      return {
        ...pledge,
        documents: [...others, { kind: data.kind, version: data.version, eventId: event.id }],
        documentHashes: [...pledge.documentHashes, data.sha256],
      };
    }
    case 'PledgeRenewed':
      return atLevel(
        {
          ...(pledge.status === 'MATCHED' ? pledge : { ...pledge, ...newTurn, status: 'REGISTERED' }),
          validUntil: data.validUntil,
          standsSince: event.metadata.occurredOn,
          lapsedOn: null,
        },
        data.level,
      );
    case 'RenewalReminded':
      return { ...pledge, remindedFor: data.validUntil };
    case 'PledgeLapsed':
      return { ...pledge, status: 'LAPSED', lapsedOn: data.dueOn, matches: [] };
    case 'PledgeWithdrawn':
      return { ...pledge, ...(pledge.deployment === null ? newTurn : { matches: [] }), status: 'WITHDRAWN' };
    case 'VisitOutcomeNoted':
      return noted(pledge, { ...data, eventId: event.id });
    case 'LevelAttained':
      return atLevel(
        { ...pledge, deployWithinDays: data.deployWithinDays ?? pledge.deployWithinDays },
        data.level,
      );
    case 'LevelDowngraded':
      return atLevel(pledge, data.level);
    case 'PledgeMatched': {
      const { pledgeId: _, fit: _fit, ...match } = data;
      return {
        ...pledge,
        status: 'MATCHED',
        matches: [...pledge.matches, match],
        answeredReservations: [...pledge.answeredReservations, data.reservationId],
      };
    }
    case 'MatchRefused':
      return { ...pledge, answeredReservations: [...pledge.answeredReservations, data.reservationId] };
    case 'MatchReleased':
      return withoutMatch(pledge, data.reservationId);
    case 'UnitSelected': {
      const { gapId, mission, selectedOn } = data;
      const reservationId = pledge.matches.find((match) => match.gapId === gapId)?.reservationId ?? '';
      return { ...pledge, status: 'SELECTED', selection: { gapId, reservationId, mission, selectedOn } };
    }
    case 'SelectionDeclined':
      return { ...withoutMatch(pledge, data.reservationId), selection: null };
    case 'MouSigned': {
      const { mouReference: reference, strength, equipmentAnnexVersion, signedOn, from, to } = data;
      return {
        ...pledge,
        status: 'MOU_SIGNED',
        mou: { reference, strength, equipmentAnnexVersion, signedOn, from, to },
      };
    }
    case 'MouAmended': {
      const { mou } = pledge;
      if (mou === null) return pledge;
      return {
        ...pledge,
        mou: {
          ...mou,
          strength: data.strength ?? mou.strength,
          equipmentAnnexVersion: data.equipmentAnnexVersion ?? mou.equipmentAnnexVersion,
          from: data.from ?? mou.from,
          to: data.to ?? mou.to,
        },
      };
    }
    case 'PdvConducted':
      return data.result === 'PASSED' ? { ...pledge, status: 'READY', pdvPassedOn: data.to } : { ...pledge };
    case 'UnitDeployed': {
      const { mission, deployedOn, strength } = data;
      return {
        ...pledge,
        status: 'DEPLOYED',
        deployment: { mission, deployedOn, strength, lastRotatedOn: null, repatriatedOn: null },
      };
    }
    case 'UnitRotated':
      return withDeployment(pledge, pledge.status, (deployment) => ({
        strength: Math.max(deployment.strength - data.strengthOut + data.strengthIn, 0),
        lastRotatedOn: data.rotatedOn,
      }));
    case 'UnitRepatriated':
      return {
        ...withDeployment(pledge, 'REPATRIATED', () => ({ repatriatedOn: data.repatriatedOn })),
        matches: [],
      };
    case 'PledgeFulfilled':
      return { ...pledge, status: 'FULFILLED' };
    case 'PledgePartiallyFulfilled':
      return { ...pledge, status: 'PARTIALLY_FULFILLED' };
    default:
      return unknown(type, pledge);
  }
};

/** An event of a later version of this code: read by it, left alone by us. The type makes a forgotten one an error. */
const unknown = (_type: never, pledge: Pledge): Pledge => pledge;

/**
 * What one turn from selection to repatriation leaves behind, gone when the offer stands anew or is withdrawn before the
 * unit went. A unit that went keeps its turn: it is what was delivered.
 */
const newTurn = {
  matches: [],
  selection: null,
  mou: null,
  pdvPassedOn: null,
  deployment: null,
} satisfies Partial<Pledge>;

const withoutMatch = (pledge: Pledge, reservationId: string): Pledge => {
  const matches = pledge.matches.filter((match) => match.reservationId !== reservationId);
  return { ...pledge, matches, status: matches.length > 0 ? 'MATCHED' : 'REGISTERED' };
};

const withDeployment = (
  pledge: Pledge,
  status: Status | null,
  change: (deployment: NonNullable<Pledge['deployment']>) => Partial<NonNullable<Pledge['deployment']>>,
): Pledge => {
  const { deployment } = pledge;
  return { ...pledge, status, deployment: deployment && { ...deployment, ...change(deployment) } };
};

const atLevel = (pledge: Pledge, level: Pledge['level']): Pledge => ({
  ...pledge,
  level,
  levelValidUntil: levelValidUntil(level, pledge.visitsValidUntil),
});

const levelValidUntil = (level: Pledge['level'], { AAV, RDL }: Pledge['visitsValidUntil']): string | null => {
  if (level === null || level === 'L1') return null;
  return level === 'RDL' ? RDL : AAV;
};

/** The last visit is the one held last, not the one noted last. A level lives on through a new successful visit. */
const noted = (pledge: Pledge, visit: NotedOutcome & { readonly purpose: 'AAV' | 'RDL' }): Pledge => {
  const { purpose, visitId, outcome, conductedOn, validUntil, agreementReference, eventId } = visit;
  const kept = purpose === 'AAV' ? 'lastAav' : 'lastRdlVerification';
  const known = pledge[kept];
  const isLast = known === null || conductedOn >= known.conductedOn;
  const last: NotedOutcome = { visitId, outcome, conductedOn, validUntil, agreementReference, eventId };
  return atLevel(
    {
      ...pledge,
      notedVisits: [...pledge.notedVisits, visitKey(visit)],
      [kept]: isLast ? last : known,
      visitsValidUntil: {
        ...pledge.visitsValidUntil,
        [purpose]: later(pledge.visitsValidUntil[purpose], validUntil),
      },
    },
    pledge.level,
  );
};

export const visitKey = ({
  purpose,
  visitId,
}: {
  readonly purpose: string;
  readonly visitId: string;
}): string => `${purpose} ${visitId}`;

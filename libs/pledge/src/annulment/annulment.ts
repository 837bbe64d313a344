/**
 * An event that does not belong is annulled by an event (accountability page, section 9): one records officer proposes, another
 * agrees, and from then on the stream reads as without it. Both get the same refusals; the events that it would break are listed.
 */
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import { ownStateMayRead } from '@pledgeline/contracts';
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import { annulmentForAnother } from '../acts/own-proposals.ts';
import { ANY_STATUS, COMMON_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, missing, mustSay } from '../refusal.ts';
import { initialPledge, type Pledge } from '../state.ts';
import { openAnnulments, type Annulment, type AnnulmentExamined } from './annulment.state.ts';
import { unannullable } from './unannullable.ts';

const evolve = {
  AnnulmentProposed: (pledge, { pledgeId: _, ...asked }, { metadata: { actor: proposedBy } }) => ({
    ...pledge,
    annulments: [...pledge.annulments, { ...asked, proposedBy, standing: 'PROPOSED' }],
  }),
  /** The struck events are not read before it; a correction that was proposed for one of them falls with it. */
  EventAnnulled: (pledge, { pledgeId, annulmentId, annuls, voids }) => {
    const settledOne = settled(pledge, annulmentId, 'MADE');
    const { annulments, corrections } = settledOne;
    return voids === null
      ? { ...settledOne, corrections: corrections.filter(({ corrects }) => !annuls.includes(corrects)) }
      : { ...initialPledge, ...voids, status: 'VOID', pledgeId, annulments };
  },
  AnnulmentRejected: (pledge, { annulmentId }) => settled(pledge, annulmentId, 'REJECTED'),
} satisfies Partial<Folds>;

const settled = (pledge: Pledge, id: string, standing: Annulment['standing']): Pledge => ({
  ...pledge,
  annulments: pledge.annulments.map((asked) => (asked.annulmentId === id ? { ...asked, standing } : asked)),
});

interface Proposal extends AnnulmentExamined {
  readonly pledgeId: string;
  readonly annulmentId: string;
  readonly reason: string;
}

/**
 * The proposal of an annulment, for whoever may make one.
 * @throws {Rejected} ANNULMENT_ID_REUSED, TEXT_MISSING, ANNULMENT_OPEN, and all that `mustStand` does.
 */
export const annulmentProposed = (proposal: Proposal, pledge: Pledge): PledgeEvent => {
  const { pledgeId, annulmentId } = proposal;
  if (find(pledge, annulmentId) !== undefined) {
    throw conflict('ANNULMENT_ID_REUSED', 'Another annulment has this id.', { field: 'annulmentId' });
  }
  const reason = mustSay('reason', proposal.reason);
  const strikes = mustStand(proposal);
  const open = openAnnulments(pledge).find(({ annuls }) => strikes.some(({ id }) => annuls.includes(id)));
  if (open !== undefined) {
    throw conflict(
      'ANNULMENT_OPEN',
      'The annulment of this event was proposed already, and is not decided yet.',
      { field: 'annuls', annulmentId: open.annulmentId },
    );
  }
  return { type: 'AnnulmentProposed', data: { pledgeId, annulmentId, ...named(strikes), reason } };
};

const named = (events: readonly RecordedEvent[]) => ({
  annuls: events.map(({ id }) => id),
  annulledTypes: events.map(({ type }) => type),
});

const propose: Decision<'ProposeAnnulment'> = ({ data }, pledge) => [annulmentProposed(data, pledge)];

/**
 * The annulment is judged again, because the stream may have grown since the proposal. Each circle of readers learns of what it
 * knew, and of nothing else.
 * @throws {Rejected} SAME_PERSON, and all that `mustStand` does.
 */
const annul: Decision<'AnnulEvent'> = ({ data, meta }, pledge) => {
  const { pledgeId, annulmentId } = data;
  const asked = find(pledge, annulmentId);
  if (asked === undefined) throw noSuchAnnulment();
  if (meta.actor === asked.proposedBy) throw annulmentForAnother();
  const strikes = mustStand(data);
  const { memberState, reference } = pledge;
  return [...new Set(strikes.map(circleOf))].map((readers) => {
    const circle = strikes.filter((event) => circleOf(event) === readers);
    const isVoid = circle.some(({ type }) => type === 'PledgeAnnounced');
    const voids = isVoid ? { memberState, reference } : null;
    const said: DataOf<'EventAnnulled'> = {
      ...{ pledgeId, annulmentId, ...named(circle) },
      ...{ reason: asked.reason, voids },
    };
    return { type: 'EventAnnulled', data: said, visibility: visibilityOf(circle) };
  });
};

const circleOf = (event: RecordedEvent): string => `${event.metadata.visibility} ${ownStateMayRead(event)}`;

const visibilityOf = ([event]: readonly RecordedEvent[]): Visibility =>
  event?.metadata.visibility ?? 'INTERNAL';

/** The person who proposed it may also reject it. */
const reject: Decision<'RejectAnnulment'> = ({ data }, pledge) => {
  const { pledgeId, annulmentId } = data;
  const asked = find(pledge, annulmentId);
  if (asked === undefined) throw noSuchAnnulment();
  const { annuls, annulledTypes } = asked;
  const said = { pledgeId, annulmentId, annuls, annulledTypes, reason: mustSay('reason', data.reason) };
  return [{ type: 'AnnulmentRejected', data: said }];
};

/**
 * @returns the events that are struck.
 * @throws {Rejected} UNKNOWN_EVENT, what `unannullable` says, or ANNULMENT_BREAKS.
 */
const mustStand = ({ strikes, blocked }: AnnulmentExamined): readonly RecordedEvent[] => {
  if (strikes.length === 0) {
    throw missing('UNKNOWN_EVENT', 'This pledge has no such event.', { field: 'annuls' });
  }
  const refused = unannullable(strikes);
  if (refused) throw refused;
  if (blocked.length > 0) {
    const events = blocked.map(({ event, revision }) => `${event} (${revision})`).join(', ');
    throw conflict('ANNULMENT_BREAKS', `These events could not be as they are without it: ${events}.`, {
      field: 'annuls',
      blocked,
    });
  }
  return strikes;
};

const find = ({ annulments }: Pledge, id: string): Annulment | undefined =>
  annulments.find(({ annulmentId }) => annulmentId === id);

const noSuchAnnulment = () =>
  missing('UNKNOWN_ANNULMENT', 'No such annulment was proposed.', { field: 'annulmentId' });

const openProposal: Precondition<'AnnulEvent' | 'RejectAnnulment'> = (pledge, _, command) => {
  const asked = command === null ? openAnnulments(pledge)[0] : find(pledge, command.data.annulmentId);
  if (asked === undefined) return noSuchAnnulment();
  return asked.standing === 'PROPOSED'
    ? undefined
    : conflict('ANNULMENT_CLOSED', `This annulment was ${asked.standing.toLowerCase()} already.`, {
        field: 'annulmentId',
      });
};

const RECORDS = { ...COMMON_UNDATED, from: ANY_STATUS, roles: ['ADMIN'] } as const;

export const annulment = chapter({
  evolve,
  commands: {
    ProposeAnnulment: { ...RECORDS, decide: propose, events: ['AnnulmentProposed'] },
    AnnulEvent: {
      ...RECORDS,
      needs: 'a proposal of another person',
      precondition: openProposal,
      decide: annul,
      events: ['EventAnnulled'],
      to: 'as the history leaves it without them',
    },
    RejectAnnulment: {
      ...RECORDS,
      needs: 'a proposal that is open',
      precondition: openProposal,
      decide: reject,
      events: ['AnnulmentRejected'],
    },
  },
});

/**
 * An event is put right by an event (lifecycle page, section 5): one records officer proposes, another agrees, and from
 * then on the stream reads as corrected. Both get the same refusals; the events that a correction would break are listed.
 */
import { latestToday, type PledgeEvent } from '@pledgeline/contracts';
import { correctionForAnother } from '../acts/own-proposals.ts';
import { ANY_STATUS, COMMON_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, missing, mustSay } from '../refusal.ts';
import type { CommandOf, Pledge } from '../state.ts';
import type { Change, Correction, CorrectionStanding, Examined } from './correction.state.ts';
import { uncorrectable } from './uncorrectable.ts';

const evolve = {
  CorrectionProposed: (pledge, { pledgeId: _, ...asked }, { metadata: { actor: proposedBy } }) => ({
    ...pledge,
    corrections: [...pledge.corrections, { ...asked, proposedBy, standing: 'PROPOSED' }],
  }),
  EventCorrected: (pledge, { correctionId }) => settled(pledge, correctionId, 'MADE'),
  CorrectionRejected: (pledge, { correctionId }) => settled(pledge, correctionId, 'REJECTED'),
} satisfies Partial<Folds>;

const settled = (pledge: Pledge, id: string, standing: CorrectionStanding): Pledge => ({
  ...pledge,
  corrections: pledge.corrections.map((asked) =>
    asked.correctionId === id ? { ...asked, standing } : asked,
  ),
});

type Proposal = CommandOf<'ProposeCorrection'>['data'];

/** The proposal of a correction, for whoever may make one. @throws {Rejected} CORRECTION_ID_REUSED, and all that `mustStand` does. */
export const correctionProposed = (data: Proposal, now: string, pledge: Pledge): PledgeEvent => {
  const { pledgeId, correctionId, corrects, changes } = data;
  if (find(pledge, correctionId) !== undefined) {
    throw conflict('CORRECTION_ID_REUSED', 'Another correction has this id.', { field: 'correctionId' });
  }
  const reason = mustSay('reason', data.reason);
  const { type: correctedType } = mustStand(data, changes, latestToday(now));
  return {
    type: 'CorrectionProposed',
    data: { pledgeId, correctionId, corrects, correctedType, changes: [...changes], reason },
  };
};

const propose: Decision<'ProposeCorrection'> = ({ data, meta }, pledge) => [
  correctionProposed(data, meta.now, pledge),
];

/**
 * The correction is judged again, because the stream may have grown since the proposal. It is as visible as the event it corrects.
 * @throws {Rejected} SAME_PERSON, and all that `mustStand` does.
 */
const correct: Decision<'CorrectEvent'> = ({ data, meta }, pledge) => {
  const asked = find(pledge, data.correctionId);
  if (asked === undefined) throw missing('UNKNOWN_CORRECTION', 'No such correction was proposed.');
  if (meta.actor === asked.proposedBy) throw correctionForAnother();
  const { metadata } = mustStand(data, asked.changes, latestToday(meta.now));
  const { standing: _, proposedBy: _proposer, ...said } = asked;
  return [
    {
      type: 'EventCorrected',
      data: { pledgeId: data.pledgeId, ...said, changes: [...said.changes] },
      visibility: metadata.visibility,
    },
  ];
};

/** The person who proposed it may also reject it. */
const reject: Decision<'RejectCorrection'> = ({ data }) => [
  { type: 'CorrectionRejected', data: { ...data, reason: mustSay('reason', data.reason) } },
];

/**
 * @returns the event that is put right.
 * @throws {Rejected} UNKNOWN_EVENT, what `uncorrectable` says, CORRECTION_INCOMPLETE or CORRECTION_BREAKS.
 */
const mustStand = (
  { original, findings: { blocked, lacking } }: Examined,
  changes: readonly Change[],
  latest: string,
) => {
  if (original === null) {
    throw missing('UNKNOWN_EVENT', 'This pledge has no such event.', { field: 'corrects' });
  }
  const refused = uncorrectable(original, changes, latest);
  if (refused) throw refused;
  if (lacking.length > 0) {
    const fields = lacking.map(({ field }) => field).join(', ');
    throw conflict(
      'CORRECTION_INCOMPLETE',
      `The correction also changes ${fields}. Correct these fields as well.`,
      {
        field: 'changes',
        lacking,
      },
    );
  }
  if (blocked.length > 0) {
    const events = blocked.map(({ event, revision }) => `${event} (${revision})`).join(', ');
    throw conflict('CORRECTION_BREAKS', `These events would be refused after the correction: ${events}.`, {
      field: 'changes',
      blocked,
    });
  }
  return original;
};

const find = ({ corrections }: Pledge, id: string): Correction | undefined =>
  corrections.find(({ correctionId }) => correctionId === id);

const openProposal: Precondition<'CorrectEvent' | 'RejectCorrection'> = (pledge, _, command) => {
  const asked =
    command === null
      ? pledge.corrections.find(({ standing }) => standing === 'PROPOSED')
      : find(pledge, command.data.correctionId);
  if (asked === undefined) {
    return missing('UNKNOWN_CORRECTION', 'No such correction was proposed.', { field: 'correctionId' });
  }
  return asked.standing === 'PROPOSED'
    ? undefined
    : conflict('CORRECTION_CLOSED', `This correction was ${asked.standing.toLowerCase()} already.`, {
        field: 'correctionId',
      });
};

const RECORDS = { ...COMMON_UNDATED, from: ANY_STATUS, roles: ['ADMIN'] } as const;

export const correction = chapter({
  evolve,
  commands: {
    ProposeCorrection: { ...RECORDS, decide: propose, events: ['CorrectionProposed'] },
    CorrectEvent: {
      ...RECORDS,
      needs: 'a proposal of another records officer',
      precondition: openProposal,
      decide: correct,
      events: ['EventCorrected'],
      to: 'as the corrected history leaves it',
    },
    RejectCorrection: {
      ...RECORDS,
      needs: 'a proposal that is open',
      precondition: openProposal,
      decide: reject,
      events: ['CorrectionRejected'],
    },
  },
});

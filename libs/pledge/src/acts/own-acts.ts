/** Nobody verifies, judges or approves what he recorded for others: accountability page, section 8. */
import type { Rejected } from '@pledgeline/event-sourcing';
import { forbidden } from '../refusal.ts';
import type { Pledge, PledgeCommand } from '../state.ts';
import type { Act } from './acts.state.ts';

/** By subject, in whatever role the person signs in now. @throws {Rejected} SAME_PERSON */
export const mustNotJudgeOwnAct = ({ type, data, meta }: PledgeCommand, pledge: Pledge): void => {
  const own = judgesOwnAct(type, data, meta.actor, pledge);
  if (own !== undefined) throw actForAnother(own);
};

export const actForAnother = ({ command, state, body }: Act): Rejected =>
  forbidden(
    'SAME_PERSON',
    `Who recorded ${command} for ${state ?? body ?? 'others'} does not judge it: another officer does.`,
  );

/** The act of this person that such a command would judge, as far as its data name it. */
export const judgesOwnAct = (
  type: string,
  data: object,
  subject: string,
  pledge: Pledge,
): Act | undefined => {
  const isJudged = judging.get(type)?.(data, pledge);
  return isJudged && pledge.acts.find((act) => act.officers.includes(subject) && isJudged(act));
};

type Judges = (data: object, pledge: Pledge) => (act: Act) => boolean;

/** Whether one of the ids that the command is about is one that the act brought in. */
const byIds: Judges =
  (data) =>
  ({ about }) =>
    Object.entries(data).some(
      ([field, value]) => field !== 'pledgeId' && typeof value === 'string' && about.includes(value),
    );

interface Judged {
  readonly metadata: { readonly commandId: string };
}

/** A correction is of one event, an annulment of all that one command wrote. */
const byEvent: Judges = (data) => {
  const { original = null, strikes = [] } = data as {
    readonly original?: Judged | null;
    readonly strikes?: readonly Judged[];
  };
  const judged = original === null ? strikes : [original];
  return ({ commandId }) => judged.some(({ metadata }) => metadata.commandId === commandId);
};

/** What a state objects to is not left as it is by the officer who recorded it. */
const byObjection: Judges = (data, { corrections, annulments, objections }) => {
  const { correctionId, annulmentId } = data as {
    readonly correctionId?: string;
    readonly annulmentId?: string;
  };
  const asked = [
    ...corrections.filter((one) => one.correctionId === correctionId).map(({ corrects }) => corrects),
    ...annulments.filter((one) => one.annulmentId === annulmentId).flatMap(({ annuls }) => annuls),
  ];
  const objected = objections.filter(({ events }) => events.some((id) => asked.includes(id)));
  return ({ actId }) => objected.some((objection) => objection.actId === actId);
};

const byAct: Judges =
  (data) =>
  ({ actId }) =>
    actId === (data as { readonly actId?: string }).actId;

/** A closing judges all that was said and done for the pledge. */
const allOfIt: Judges =
  () =>
  ({ standing }) =>
    standing === 'RECORDED';

/** By type, also of chapters that are to come. The objection of a state is recorded for it by another officer. */
const judging: ReadonlyMap<string, Judges> = new Map<string, Judges>([
  ['FulfilPledge', allOfIt],
  ['VerifyEvidence', byIds],
  ['RejectEvidence', byIds],
  ['EvaluateCourse', byIds],
  ['ConfirmCaveatLifting', byIds],
  ['RefuseCaveatLifting', byIds],
  ['MeetCondition', byIds],
  ['FailCondition', byIds],
  ['ConfirmPartner', byIds],
  ['DeclinePartner', byIds],
  ['CorrectEvent', byEvent],
  ['RejectCorrection', byObjection],
  ['AnnulEvent', byEvent],
  ['RejectAnnulment', byObjection],
  ['ApproveAct', byAct],
  ['ObjectToAct', byAct],
]);

/**
 * Who is kept from a command by what he did himself, whatever his role: what needs a second person is not offered to the first. The
 * decisions refuse the same (SAME_PERSON, SELF_VERIFICATION); a test sends whatever is offered.
 */
import type { Pledge, PledgeCommandType } from '../state.ts';
import { judgesOwnAct } from './own-acts.ts';

/** A person in the role in which he acts now. */
export interface Person {
  readonly subject: string;
  readonly role: string;
}

/** The ids that the path of the command names, besides that of the pledge. */
type About = Readonly<Record<string, string>>;

type First = (pledge: Pledge, about: About, role: string) => readonly string[];

const submitters: First = ({ implementation }, { evidenceId }) =>
  (implementation?.evidence ?? [])
    .filter((one) => one.evidenceId === evidenceId)
    .map(({ submittedBy }) => submittedBy);

/** Nobody confirms in two roles either. */
const whoSpokeOfLifting: First = ({ caveats }, { caveatId }, role) =>
  caveats
    .filter((one) => one.caveatId === caveatId)
    .flatMap(({ lifting }) => [
      ...(lifting === null ? [] : [lifting.givenUpBy]),
      ...(lifting?.confirmed ?? []).filter(({ by }) => by !== role).map(({ actor }) => actor),
    ]);

/** Of which act an event is, the pledge does not know: who recorded any act leaves corrections of events to another. */
const recorders: First = ({ acts }) => acts.flatMap(({ officers }) => officers);

/** By type: the persons who come first, so that another comes second. */
const FIRST: Readonly<Partial<Record<PledgeCommandType, First>>> = {
  VerifyEvidence: submitters,
  RejectEvidence: submitters,
  ConfirmCaveatLifting: whoSpokeOfLifting,
  RefuseCaveatLifting: whoSpokeOfLifting,
  EvaluateCourse: ({ delivered }, { courseId }) =>
    (delivered?.courses ?? []).filter((one) => one.courseId === courseId).map(({ recordedBy }) => recordedBy),
  ReclassifyPledge: ({ reclassification }) =>
    reclassification === null ? [] : [reclassification.proposedBy],
  CorrectEvent: (pledge, { correctionId }, role) => [
    ...pledge.corrections
      .filter((one) => one.correctionId === correctionId)
      .map(({ proposedBy }) => proposedBy),
    ...recorders(pledge, {}, role),
  ],
  AnnulEvent: (pledge, { annulmentId }, role) => [
    ...pledge.annulments.filter((one) => one.annulmentId === annulmentId).map(({ proposedBy }) => proposedBy),
    ...recorders(pledge, {}, role),
  ],
};

/** Whether the command is another person's to send, because of what this one did before. */
export const isForAnother = (
  type: PledgeCommandType,
  about: About,
  pledge: Pledge,
  { subject, role }: Person,
): boolean =>
  FIRST[type]?.(pledge, about, role).includes(subject) === true ||
  judgesOwnAct(type, about, subject, pledge) !== undefined;

/** Those for whom the commands of the pledge may be others than for the rest of their role. */
export const firstPersons = (pledge: Pledge): readonly string[] => {
  const { acts, implementation, delivered, caveats, reclassification, corrections, annulments } = pledge;
  return [
    ...new Set([
      ...acts.flatMap(({ officers }) => officers),
      ...(implementation?.evidence ?? []).map(({ submittedBy }) => submittedBy),
      ...(delivered?.courses ?? []).map(({ recordedBy }) => recordedBy),
      ...caveats.flatMap(({ lifting }) =>
        lifting === null ? [] : [lifting.givenUpBy, ...lifting.confirmed.map(({ actor }) => actor)],
      ),
      ...(reclassification === null ? [] : [reclassification.proposedBy]),
      ...corrections.map(({ proposedBy }) => proposedBy),
      ...annulments.map(({ proposedBy }) => proposedBy),
    ]),
  ];
};

/** What waits for a decision of officers: joint pledges, other codes, corrections, old flags. */
import { dayOf, laterDay } from '@pledgeline/contracts';
import { isRepeatOpen, isUnchecked, openAnnulments, openProposals } from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import type { OpenMerger } from '../open-mergers.ts';
import { memberStateName } from '../register/pledge-labels.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { Around, TaskRules } from './task-rules.ts';
import type { Days } from './turning-days.ts';

const tasksOfDecisions = (row: RegisterRow, _days: Days, { mergers }: Around): readonly Task[] => [
  ...consents(row, mergers.get(row.pledge.pledgeId) ?? []),
  ...merger(row),
  ...reclassification(row),
];

export const rulesOfDecisions: TaskRules = { tasks: tasksOfDecisions };

export const rulesOfProposals: TaskRules = {
  tasks: (row) => [...corrections(row), ...annulments(row)],
  ofItems: true,
};

/** Another state that agreed names this pledge. A consent to the same merger under another lead is asked for again. */
const consents = (row: RegisterRow, mergers: readonly OpenMerger[]): Task[] => {
  const own = row.pledge.mergeConsent;
  return mergers
    .filter(({ mergeId, leadState }) => own?.mergeId !== mergeId || own.leadState !== leadState)
    .map(({ mergeId, leadState, memberState, reference, consentedOn }) => {
      const [state, lead] = [memberStateName(memberState), memberStateName(leadState)];
      const todo = say('CONSENT_TO_MERGER', { state, reference, lead, merger: mergeId });
      return task(row, 'MERGER_TO_CONSENT', ['ConsentToMerge', 'ReportProgress'], todo, {
        waitsFor: ['MS'],
        since: laterDay(consentedOn, row.statusSince) ?? consentedOn,
        about: `${mergeId} ${reference}`,
      });
    });
};

/** A state agreed; the desk merges once each of the others has. */
const merger = (row: RegisterRow): Task[] => {
  const { mergeConsent, memberState } = row.pledge;
  if (mergeConsent === null) return [];
  const { leadState, consentedOn, mergeId } = mergeConsent;
  const todo = say('MERGE', { state: memberState, lead: leadState });
  return [task(row, 'MERGER_TO_DECIDE', 'MergePledges', todo, { since: consentedOn, about: mergeId })];
};

/** Another person than the one who proposed it decides; the decider knows who proposed. */
const reclassification = (row: RegisterRow): Task[] => {
  const proposed = row.pledge.reclassification;
  if (proposed === null) return [];
  const { capabilityCode: capability, reason } = proposed;
  const todo = say('RECLASSIFY', { capability, reason });
  return [task(row, 'RECLASSIFICATION_TO_DECIDE', 'ReclassifyPledge', todo)];
};

/** Another records officer than the one who asked decides; the decider knows who asked. */
const corrections = (row: RegisterRow): Task[] =>
  openProposals(row.pledge).map(({ correctionId, correctedType, reason }) =>
    task(row, 'CORRECTION_TO_DECIDE', 'CorrectEvent', say('CORRECT', { event: correctedType, reason }), {
      about: correctionId,
      next: (['CorrectEvent', 'RejectCorrection'] as const).map((command) =>
        commandLink(command, { pledgeId: row.pledge.pledgeId, correctionId }),
      ),
    }),
  );

const annulments = (row: RegisterRow): Task[] =>
  openAnnulments(row.pledge).map(({ annulmentId, annulledTypes, reason }) => {
    const todo = say('ANNUL', { events: annulledTypes, reason });
    return task(row, 'ANNULMENT_TO_DECIDE', 'AnnulEvent', todo, {
      about: annulmentId,
      next: (['AnnulEvent', 'RejectAnnulment'] as const).map((command) =>
        commandLink(command, { pledgeId: row.pledge.pledgeId, annulmentId }),
      ),
    });
  });

/**
 * Old flags count as repeats until somebody looks at them; what could not be checked when it was entered waits where it may repeat
 * another. Also of a pledge that is closed, as its conference counts it.
 */
const repeatOf = (row: RegisterRow, _days: Days, { repeats }: Around): readonly Task[] => {
  const ask = (todo: ReturnType<typeof say>): readonly Task[] => [
    task(row, 'REPEAT_TO_DECIDE', 'DecideRepeat', todo, { since: dayOf(row.firstRecordedAt) }),
  ];
  if (isRepeatOpen(row.pledge)) return ask(say('DECIDE_REPEAT'));
  const other = isUnchecked(row.pledge) ? repeats.get(row.pledge.pledgeId) : undefined;
  return other === undefined ? [] : ask(say('DECIDE_UNCHECKED', { reference: other.reference }));
};

export const rulesOfRepeats: TaskRules = { tasks: repeatOf };

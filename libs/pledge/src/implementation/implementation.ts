/**
 * A plan, its milestones, and the evidence for them: lifecycle page, section 7. A milestone that was met does not change, and
 * none is met without evidence. Nobody judges evidence of his own.
 */
import { milestoneTemplate, type Status } from '@pledgeline/contracts';
import type { AppendedEvent } from '@pledgeline/event-sourcing';
import { categoryOf } from '../category.ts';
import { IMPLEMENTATION, IMPLEMENTATION_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, forbidden, invalid, missing, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import type {
  Evidence,
  EvidenceStanding,
  Implementation,
  Milestone,
  PlannedMilestone,
  StatedMilestone,
} from './implementation.state.ts';

const evolve = {
  ImplementationPlanned: (pledge, { milestones, implementingBody }) => ({
    ...pledge,
    status: 'PLANNED',
    implementation: {
      implementingBody,
      startedOn: null,
      milestones: milestones.map((milestone) => ({ ...milestone, metOn: null, evidence: [] })),
      evidence: [],
    },
  }),
  MilestoneRevised: (pledge, { milestoneId, after }) =>
    withMilestone(pledge, milestoneId, (milestone) => ({ ...milestone, ...after })),
  ImplementationStarted: (pledge, { startedOn }) => ({
    ...withImplementation(pledge, (implementation) => ({ ...implementation, startedOn })),
    status: 'IN_PROGRESS',
  }),
  MilestoneMet: (pledge, { milestoneId, metOn, evidence }) =>
    withMilestone(pledge, milestoneId, (milestone) => ({ ...milestone, metOn, evidence })),
  EvidenceSubmitted: (pledge, data, { metadata }) => {
    const { pledgeId: _, ...submitted } = data;
    const evidence: Evidence = {
      ...submitted,
      submittedBy: metadata.actor,
      standing: 'SUBMITTED',
      judgedOn: null,
    };
    return withImplementation(pledge, (implementation) => ({
      ...implementation,
      evidence: [...implementation.evidence, evidence],
    }));
  },
  EvidenceVerified: (pledge, { evidenceId }, event) => judged(pledge, evidenceId, 'VERIFIED', event),
  EvidenceRejected: (pledge, { evidenceId, reopenedMilestones }, event) =>
    reopenedMilestones.reduce(
      (changed, milestoneId) =>
        withMilestone(changed, milestoneId, (milestone) => ({ ...milestone, metOn: null, evidence: [] })),
      judged(pledge, evidenceId, 'REJECTED', event),
    ),
} satisfies Partial<Folds>;

const withImplementation = (pledge: Pledge, change: (held: Implementation) => Implementation): Pledge => {
  const { implementation } = pledge;
  return implementation === null ? pledge : { ...pledge, implementation: change(implementation) };
};

const withMilestone = (pledge: Pledge, id: string, change: (milestone: Milestone) => Milestone): Pledge =>
  withImplementation(pledge, (implementation) => ({
    ...implementation,
    milestones: implementation.milestones.map((milestone) =>
      milestone.milestoneId === id ? change(milestone) : milestone,
    ),
  }));

const judged = (
  pledge: Pledge,
  id: string,
  standing: EvidenceStanding,
  { metadata: { occurredOn: judgedOn } }: AppendedEvent,
): Pledge =>
  withImplementation(pledge, (implementation) => ({
    ...implementation,
    evidence: implementation.evidence.map((evidence) =>
      evidence.evidenceId === id ? { ...evidence, standing, judgedOn } : evidence,
    ),
  }));

/** At least one milestone, due in the order in which they are named; two may be due on one day. */
const planImplementation: Decision<'PlanImplementation'> = ({ data }, pledge) => {
  if (data.milestones.length === 0) {
    throw invalid('MILESTONES_MISSING', 'A plan has at least one milestone.', { field: 'milestones' });
  }
  const ids = new Set(data.milestones.map(({ milestoneId }) => milestoneId));
  if (ids.size < data.milestones.length) {
    throw conflict('MILESTONE_ID_REUSED', 'Two milestones have the same id.', { field: 'milestones' });
  }
  const milestones = data.milestones.map((stated) => spelledOut(stated, pledge));
  mustBeInOrder(milestones);
  return [{ type: 'ImplementationPlanned', data: { ...data, milestones } }];
};

const spelledOut = (stated: StatedMilestone, pledge: Pledge): PlannedMilestone => {
  if (stated.template === null) return { ...stated, text: mustSay('text', stated.text) };
  const template = milestoneTemplate(categoryOf(pledge), stated.template);
  if (template === undefined) {
    throw invalid('UNKNOWN_TEMPLATE', `${categoryOf(pledge)} has no milestone ${stated.template}.`, {
      field: 'template',
    });
  }
  return { ...stated, text: mustSay('text', stated.text ?? template.text) };
};

const mustBeInOrder = (milestones: readonly PlannedMilestone[]): void => {
  for (const [n, { dueOn }] of milestones.entries()) {
    mustBeDay('dueOn', dueOn);
    const before = milestones[n - 1]?.dueOn ?? '';
    if (dueOn >= before) continue;
    throw invalid('DUE_DATES_OUT_OF_ORDER', `A milestone due on ${dueOn} follows one due on ${before}.`, {
      field: 'dueOn',
      after: before,
    });
  }
};

/** The order of the plan stays; said twice, done once. */
const reviseMilestone: Decision<'ReviseMilestone'> = ({ data }, { implementation }) => {
  const { pledgeId, milestoneId, reason, text, dueOn, measure } = data;
  const milestones = implementation?.milestones ?? [];
  const milestone = milestones.find((planned) => planned.milestoneId === milestoneId);
  if (milestone === undefined) throw unknownMilestone();
  if (text === null && dueOn === null && measure === null) {
    throw invalid('NOTHING_TO_CHANGE', 'A revision names at least one term.', {
      allowed: ['text', 'dueOn', 'measure'],
    });
  }
  const before = { text: milestone.text, dueOn: milestone.dueOn, measure: milestone.measure };
  const after = {
    text: mustSay('text', text ?? before.text),
    dueOn: dueOn ?? before.dueOn,
    measure: measure ?? before.measure,
  };
  if (sameContent(before, after)) return [];
  mustSay('reason', reason);
  mustBeInOrder(milestones.map((planned) => (planned === milestone ? { ...planned, ...after } : planned)));
  return [{ type: 'MilestoneRevised', data: { pledgeId, milestoneId, before, after, reason } }];
};

const startImplementation: Decision<'StartImplementation'> = ({ data }, _pledge, { on }) => [
  { type: 'ImplementationStarted', data: { pledgeId: data.pledgeId, startedOn: on } },
];

/** By evidence that is on the pledge, each piece named once, and none that an evaluator has rejected. */
const meetMilestone: Decision<'MeetMilestone'> = ({ data }, { implementation }, { on }) => {
  const named = [...new Set(data.evidence)];
  if (named.length === 0) {
    throw invalid('EVIDENCE_MISSING', 'A milestone is met by evidence.', { field: 'evidence' });
  }
  for (const id of named) {
    const evidence = implementation?.evidence.find(({ evidenceId }) => evidenceId === id);
    if (evidence === undefined) {
      throw missing('UNKNOWN_EVIDENCE', `No evidence ${id} was submitted.`, { field: 'evidence' });
    }
    if (evidence.standing === 'REJECTED') {
      throw conflict('EVIDENCE_REJECTED', `Evidence ${id} was rejected.`, { field: 'evidence' });
    }
  }
  return [{ type: 'MilestoneMet', data: { ...data, evidence: named, metOn: on } }];
};

/** A document by its hash or an address, or both; each only once on a pledge, also when it was rejected. */
const submitEvidence: Decision<'SubmitEvidence'> = ({ data }, pledge, { on }) => {
  const { evidenceId, sha256, url } = data;
  if (sha256 === null && url === null) {
    throw invalid('EVIDENCE_MISSING', 'Evidence is a document by its hash, or an address.', {
      allowed: ['sha256', 'url'],
    });
  }
  if (url !== null) mustSay('url', url);
  if (find(pledge, evidenceId) !== undefined) {
    throw conflict('EVIDENCE_ID_REUSED', 'Other evidence has this id.', { field: 'evidenceId' });
  }
  const held = (pledge.implementation?.evidence ?? []).find(
    (earlier) => (sha256 !== null && earlier.sha256 === sha256) || (url !== null && earlier.url === url),
  );
  if (held !== undefined) {
    throw conflict('SAME_DOCUMENT', 'This document is on the pledge already.', {
      field: sha256 !== null && held.sha256 === sha256 ? 'sha256' : 'url',
      evidenceId: held.evidenceId,
    });
  }
  return [{ type: 'EvidenceSubmitted', data: { ...data, submittedOn: on } }];
};

const verifyEvidence: Decision<'VerifyEvidence'> = ({ data, meta }, pledge) => {
  mustBeAnothers(find(pledge, data.evidenceId), meta.actor);
  return [{ type: 'EvidenceVerified', data }];
};

/** A milestone that rested on this evidence alone is open again, so that it can be met by better. */
const rejectEvidence: Decision<'RejectEvidence'> = ({ data, meta }, pledge) => {
  mustBeAnothers(find(pledge, data.evidenceId), meta.actor);
  mustSay('reason', data.reason);
  const reopenedMilestones = (pledge.implementation?.milestones ?? [])
    .filter(
      ({ evidence }) => evidence.length > 0 && !evidence.some((id) => stands(id, data.evidenceId, pledge)),
    )
    .map(({ milestoneId }) => milestoneId);
  return [{ type: 'EvidenceRejected', data: { ...data, reopenedMilestones } }];
};

const stands = (id: string, rejectedNow: string, pledge: Pledge): boolean =>
  id !== rejectedNow && find(pledge, id)?.standing !== 'REJECTED';

const mustBeAnothers = (evidence: Evidence | undefined, actor: string): void => {
  if (evidence?.submittedBy !== actor) return;
  throw forbidden('SELF_VERIFICATION', 'Evidence is judged by another than the one who submitted it.', {
    field: 'evidenceId',
  });
};

const find = ({ implementation }: Pledge, id: string): Evidence | undefined =>
  implementation?.evidence.find(({ evidenceId }) => evidenceId === id);

/** Also asked without a command: whether any milestone is open. */
const openMilestone: Precondition<'ReviseMilestone' | 'MeetMilestone'> = (
  { implementation },
  _context,
  command,
) => {
  const milestones = implementation?.milestones ?? [];
  const named =
    command === null
      ? (milestones.find(isOpen) ?? milestones[0])
      : milestones.find(({ milestoneId }) => milestoneId === command.data.milestoneId);
  if (named === undefined) return unknownMilestone();
  return isOpen(named)
    ? undefined
    : conflict('MILESTONE_ALREADY_MET', `This milestone was met on ${named.metOn ?? ''}.`, {
        field: 'milestoneId',
      });
};

const isOpen = ({ metOn }: Milestone): boolean => metOn === null;

const unknownMilestone = () =>
  missing('UNKNOWN_MILESTONE', 'The plan has no such milestone.', { field: 'milestoneId' });

/** Also asked without a command: whether any evidence waits. */
const waitingEvidence: Precondition<'VerifyEvidence' | 'RejectEvidence'> = (pledge, _context, command) => {
  const evidence = pledge.implementation?.evidence ?? [];
  const named =
    command === null
      ? (evidence.find(({ standing }) => standing === 'SUBMITTED') ?? evidence[0])
      : find(pledge, command.data.evidenceId);
  if (named === undefined) {
    return missing('UNKNOWN_EVIDENCE', 'No such evidence was submitted.', { field: 'evidenceId' });
  }
  return named.standing === 'SUBMITTED'
    ? undefined
    : conflict('EVIDENCE_SETTLED', `This evidence was judged already: ${named.standing}.`, {
        field: 'evidenceId',
        standing: named.standing,
      });
};

/** Evidence for the rest is taken after a closing in part too. */
const WHILE_CARRIED_OUT: readonly Status[] = ['IN_PROGRESS', 'PARTIALLY_FULFILLED'];
const UNDER_A_PLAN: readonly Status[] = ['PLANNED', ...WHILE_CARRIED_OUT];

const OPEN_MILESTONE = {
  roles: ['MS', 'IMPL'],
  needs: 'a milestone that was not met',
  precondition: openMilestone,
} as const;
const JUDGEMENT = {
  ...IMPLEMENTATION_UNDATED,
  from: WHILE_CARRIED_OUT,
  roles: ['EVAL'],
  needs: 'evidence that nobody has judged',
  precondition: waitingEvidence,
} as const;

export const implementation = chapter({
  evolve,
  commands: {
    PlanImplementation: {
      ...IMPLEMENTATION_UNDATED,
      from: ['REGISTERED'],
      roles: ['MS', 'IMPL'],
      decide: planImplementation,
      events: ['ImplementationPlanned'],
      to: 'PLANNED',
    },
    ReviseMilestone: {
      ...IMPLEMENTATION_UNDATED,
      from: UNDER_A_PLAN,
      ...OPEN_MILESTONE,
      decide: reviseMilestone,
      events: ['MilestoneRevised'],
    },
    StartImplementation: {
      ...IMPLEMENTATION,
      from: ['PLANNED'],
      roles: ['MS', 'IMPL'],
      decide: startImplementation,
      events: ['ImplementationStarted'],
      to: 'IN_PROGRESS',
    },
    MeetMilestone: {
      ...IMPLEMENTATION,
      from: WHILE_CARRIED_OUT,
      ...OPEN_MILESTONE,
      decide: meetMilestone,
      events: ['MilestoneMet'],
    },
    SubmitEvidence: {
      ...IMPLEMENTATION,
      from: UNDER_A_PLAN,
      roles: ['MS', 'IMPL', 'PARTNER'],
      decide: submitEvidence,
      events: ['EvidenceSubmitted'],
    },
    VerifyEvidence: { ...JUDGEMENT, decide: verifyEvidence, events: ['EvidenceVerified'] },
    RejectEvidence: { ...JUDGEMENT, decide: rejectEvidence, events: ['EvidenceRejected'] },
  },
});

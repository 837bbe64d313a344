import fc from 'fast-check';
import { addDays, capability, NO_TERMS, TAGS, type PledgeEvent, type Quantity } from '@pledgeline/contracts';
import type { CommandMeta, NewEvent, RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { transitions } from '../chapters.ts';
import { allowedNow, pledge as decider } from '../pledge.ts';
import { levelStillBacked, nextLevel } from '../readiness/level-basis.ts';
import { pcrs2019 } from '../rule-set.ts';
import { isOpenToObjection, stateOfAct } from '../acts/acts.state.ts';
import { leftToMatch } from '../selection/what-is-taken.ts';
import type { Pledge, PledgeCommand, PledgeCommandType } from '../state.ts';
import { openSupportRequests } from '../support/support.state.ts';
import { carriedOutTo, withEvidence } from './implementation-life.ts';
import { announced } from './early-life.ts';
import { atRapid, historyTo } from './later-life.ts';
import { inRotation } from './partnership.ts';
import { TODAY, idOf } from './named-events.ts';
import { suitedToDelivery } from './suited-to-delivery.ts';
import { suitedToImplementation } from './suited-to-implementation.ts';
import { suitedToPartners } from './suited-to-partners.ts';
import { suitedToTheField } from './suited-to-the-field.ts';
import { commands } from './commands.ts';

interface Choice {
  readonly caller: number;
  readonly command: number;
  readonly body: number;
  /** How long after the step before. */
  readonly days: number;
}

export const choices = fc.array(
  fc.record({ caller: fc.nat(13), command: fc.nat(99), body: fc.nat(11), days: fc.nat(40) }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

/**
 * The same walks each time, a hundred after the other: for tests that go on until every event was seen, however rare a new
 * command makes one.
 */
export function* sampledChoices(): Generator<readonly Choice[]> {
  for (let seed = 1; seed <= 50; seed += 1) yield* fc.sample(choices, { numRuns: 100, seed });
}

export interface Step {
  readonly pledge: Pledge;
  readonly caller: { readonly role: string; readonly state: string | null };
  readonly today: string;
  readonly allowed: readonly PledgeCommandType[];
  /** What the caller may send, if anything. */
  readonly command: PledgeCommand | undefined;
  /** Any command, by the same caller, suited or not. */
  readonly stray: PledgeCommand;
}

const CALLERS = [
  'SFGC',
  'SYSTEM',
  'DESK',
  'FGS',
  'MS',
  'DOS',
  'MISSION',
  'SFGC',
  'SYSTEM',
  'PD',
  'MS',
  'PUBLIC',
  'IMPL',
  'EVAL',
];
const commandTypes = Object.keys(transitions) as PledgeCommandType[];
const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % items.length];

/** All that was promised went, so that it can be closed in full. */
function inMissionWith(quantity: Quantity): readonly PledgeEvent[] {
  return (historyTo.DEPLOYED ?? []).map((event) =>
    event.type === 'PledgeAnnounced' || event.type === 'PledgeRegistered'
      ? ({ ...event, data: { ...event.data, quantity } } as PledgeEvent)
      : event,
  );
}

/** Most lives would end before anything happened if they began at the beginning: these begin anywhere on the way. */
const BEGINNINGS = [
  [],
  [announced({ duplicateChecked: true })],
  ...(['ACKNOWLEDGED', 'REGISTERED', 'MATCHED', 'SELECTED', 'READY'] as const),
  inMissionWith({ min: 1, max: 1, unit: 'unit', asStated: '1' }),
  atRapid,
  [...atRapid, ...inRotation],
  carriedOutTo.REGISTERED,
  withEvidence,
].map((from) => (typeof from === 'string' ? (historyTo[from] ?? []) : from));

/** A step that ends a life is taken seldom. */
const LAST_STEPS: readonly PledgeCommandType[] = [
  'SplitPledge',
  'WithdrawPledge',
  'DeclineRegistration',
  'FulfilPledge',
  'SupersedePledge',
];

/** Walks, and gives the events of the life. A refused command is no step: the test says which refusals are in order. */
export const walk = (
  taken: readonly Choice[],
  carryOut: (step: Step) => ReturnType<typeof decider.decide>,
): readonly RecordedEvent[] => {
  const begun = pick(BEGINNINGS, taken[0]?.body ?? 0) ?? [];
  const life: RecordedEvent[] = begun.map((event, n) => recorded(event, n));
  let pledge = life.reduce(decider.evolve, decider.initialState());
  let today = begun.length === 0 ? '2025-01-10' : TODAY;
  for (const [n, { caller: who, command: what, body, days }] of taken.entries()) {
    today = addDays(today, days);
    const role = pick(CALLERS, who) ?? 'PUBLIC';
    const caller = {
      role,
      state: role === 'MS' ? (who === 10 ? 'KOR' : 'RWA') : null,
      body: role === 'PARTNER' ? 'UNITAR' : null,
    };
    const allowed = allowedNow(pledge, caller, today);
    const meta = metaFor({
      actor: role,
      role,
      onBehalfOf: caller.state,
      body: caller.body,
      now: `${today}T12:00:00.000Z`,
      occurredOn: today,
    });
    const goesOn = allowed.filter((type) => body > 9 || !LAST_STEPS.includes(type));
    const type = pick(goesOn, what);
    const own = type && suited(type, pledge, meta, body, n);
    const command = own && (role === 'MS' && body % 3 === 1 ? toldBy(own, n) : own);
    const stray = suited(pick(commandTypes, what) ?? 'LinkAnnouncement', pledge, meta, body, n);
    for (const event of carryOut({ pledge, caller, today, allowed, command, stray })) {
      const stored = recordedBy(command?.meta ?? meta, `step-${n}`, event, life.length);
      life.push(stored);
      pledge = decider.evolve(pledge, stored);
    }
  }
  return life;
};

/** The same from an officer, to whom the state told it by a paper of that day. */
const toldBy = (own: PledgeCommand, n: number): PledgeCommand => {
  const paper = { reference: 'Note verbale 88', date: own.meta.occurredOn ?? TODAY };
  const recorder = { actor: 'recorder', role: 'DESK', commandId: idOf(9000 + n) };
  const meta = { ...own.meta, ...recorder, recorded: { body: null, paper } };
  return { ...own, meta };
};

/** As the engine records it: with what travelled with the command. */
const recordedBy = (
  { now, actor, role, onBehalfOf, occurredOn }: CommandMeta,
  commandId: string,
  event: NewEvent,
  revision: number,
): RecordedEvent => {
  const stored = recorded({ ...event, occurredOn: event.occurredOn ?? occurredOn }, revision);
  const state = event.recordedFor === undefined ? onBehalfOf : event.recordedFor.state;
  const metadata = { ...stored.metadata, actor, role, onBehalfOf: state, commandId };
  return { ...stored, recordedAt: now, metadata };
};

const CODES = ['INF-BN', 'FPU', 'INF-BN', 'TRG-CENTRE'];
const QUANTITIES = [
  null,
  { min: 2, max: 3, unit: 'units', asStated: '2-3' },
  { min: 700, max: 900, unit: 'troops', asStated: '700-900' },
  { min: 5, max: null, unit: null, asStated: 'over 5' },
];
/** Beside the units of the quantity at its place. */
const STRENGTHS = [
  { min: 850, max: 850, unit: 'persons', asStated: '850' },
  { min: 1600, max: 2550, unit: 'persons', asStated: '1600-2550' },
  null,
  null,
];
const DOCUMENTS = [...pcrs2019.level1Documents, ...pcrs2019.level3Documents, 'OTHER'] as const;

/** The example of the command, fitted to the pledge where any example would fall flat. */
const suited = (
  type: PledgeCommandType,
  pledge: Pledge,
  meta: CommandMeta,
  body: number,
  n: number,
): PledgeCommand => {
  const today = meta.now.slice(0, 10);
  const question = pick(
    pledge.clarifications.filter(({ answered }) => !answered),
    body,
  );
  const support = openSupportRequests(pledge)[0]?.requestId ?? idOf(9099);
  const own = pledge.acts.find(
    (act) => isOpenToObjection(act) && stateOfAct(act, pledge.memberState) === meta.onBehalfOf,
  );
  const waiting = pledge.acts.find(({ standing }) => standing === 'PROPOSED')?.actId;
  const code = pick(CODES, body) ?? 'INF-BN';
  const changes: { readonly [Type in PledgeCommandType]?: object } = {
    AnnouncePledge: {
      capabilityCode: code,
      category: capability(code)?.category,
      memberState: meta.onBehalfOf ?? 'RWA',
      quantity: pick(QUANTITIES, body),
      strength: pick(STRENGTHS, body),
    },
    SplitPledge: {
      consentReference: 'NV',
      children: [
        {
          ...commands.SplitPledge.data.children[0],
          quantity: pledge.quantity && { min: 1, max: 1, unit: null, asStated: '1' },
        },
      ],
    },
    ReclassifyPledge: { capabilityCode: pledge.reclassification?.capabilityCode ?? 'FPU' },
    ProposeReclassification: { capabilityCode: pledge.capabilityCode === 'FPU' ? 'INF-BN' : 'FPU' },
    TagThemes: { themes: [pick(TAGS, n) ?? ''], mainTheme: null },
    ReportProgress: { reportId: idOf(7000 + n), from: today, to: today },
    CountAgainst: { total: { memberState: pledge.memberState, line: [] } },
    DeclarePhases: {
      phases: [
        { ...commands.DeclarePhases.data.phases[0], quantity: pledge.quantity ?? pick(QUANTITIES, 1) },
      ],
    },
    StateTerms: { terms: { ...NO_TERMS, ...(meta.role === 'DOS' ? { hospitalLevel: 2 } : { use: 'fuel' }) } },
    AmendPledge: { changes: [{ field: 'timeframe', old: pledge.timeframe, new: `within ${n + 2} years` }] },
    ...suitedToPartners(pledge, meta, body, n),
    LinkAnnouncement: { announcementId: idOf(1000 + body), memberState: pledge.memberState },
    RequestClarification: { clarificationId: idOf(2000 + n), blocking: body % 4 === 0 },
    RequestSupport: { requestId: idOf(9100 + n) },
    AnswerSupportRequest: { requestId: support },
    DeclineSupportRequest: { requestId: support },
    ProvideClarification: { clarificationId: question?.clarificationId ?? idOf(2999) },
    ReceiveDocumentation: {
      kind: pick(DOCUMENTS, body),
      version: n + 1,
      sha256: n.toString(16).padStart(64, '0'),
    },
    RegisterPledge:
      meta.role === 'DESK'
        ? { capabilityCode: 'TRG-CENTRE', target: 'a centre' }
        : { capabilityCode: body % 3 === 0 ? 'FPU' : 'INF-BN' },
    NoteVisitOutcome: {
      visitId: idOf(3000 + n),
      purpose: body % 3 === 0 ? 'RDL' : 'AAV',
      outcome: body === 11 ? 'NOT_SUCCESSFUL' : 'SUCCESSFUL',
      conductedOn: today,
      agreementReference: 'RDL-1',
    },
    AttainLevel: {
      level: nextLevel(pledge.level) ?? 'L2',
      surReference: 'SUR',
      alignmentReference: 'AL',
      confirmedBy: 'FGS-1',
      agreementReference: 'RDL-1',
      deployWithinDays: 45,
    },
    DowngradeLevel:
      meta.role === 'SYSTEM'
        ? { level: levelStillBacked(pledge, today), reason: 'VISIT_EXPIRED' }
        : { level: 'L1', reason: 'SUR_CHANGED' },
    MatchPledge: {
      gapId: idOf(4000 + (body % 5)),
      reservationId: idOf(5000 + n),
      quantity: body % 2 === 0 ? 1 : Math.max(leftToMatch(pledge, pcrs2019), 1),
      unit: body % 4 === 0 ? 'unit' : (pledge.quantity?.unit ?? 'unit'),
      personsPerUnit: body % 8 === 0 ? 140 : null,
      acceptedCodes: body === 7 ? ['SF-COY'] : [pledge.capabilityCode ?? 'INF-BN'],
      reserved: meta.role === 'SYSTEM',
    },
    ReleaseMatch: { gapId: pledge.matches[0]?.gapId ?? idOf(4999) },
    SignMou: { from: today, to: addDays(today, 90) },
    AmendMou: { strength: 800 + body },
    ConductPdv: { from: today, to: today, result: body % 4 === 0 ? 'FAILED' : 'PASSED' },
    DeployUnit: {
      strength: 700,
      exception: pledge.status === 'READY' ? null : 'REHATTING',
      approver: pledge.status === 'READY' ? null : 'USG',
    },
    ...suitedToTheField(pledge, today, body, n),
    ...suitedToImplementation(pledge, today, body, n),
    ...suitedToDelivery(pledge, today, body, n),
    ApproveAct: { actId: waiting },
    RejectAct: { actId: waiting },
    ObjectToAct: { actId: own?.actId ?? waiting, standing: own?.standing ?? 'PROPOSED' },
    FulfilPledge: { as: body === 10 ? 'PART' : 'FULL', reason: n % 3 === 0 ? null : 'As agreed' },
  };
  return { type, data: { ...commands[type].data, ...changes[type] }, meta } as PledgeCommand;
};

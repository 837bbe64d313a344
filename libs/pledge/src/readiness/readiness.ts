/** Papers, visits and levels: how a unit climbs from Level 1 to rapid deployment, and how it falls. PCRS page, 3 and 4. */
import { laterDay, mustHaveCome } from '@pledgeline/contracts';
import type { Level } from '@pledgeline/contracts';
import { CAPABILITY, CAPABILITY_UNDATED, OFFERED, UNTIL_READY, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext, type Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, forbidden, invalid, isBlank } from '../refusal.ts';
import type { CommandOf, Pledge } from '../state.ts';
import { beingEntered } from '../validity/late-entry.ts';
import {
  aavLacking,
  levelStillBacked,
  nextLevel,
  rank,
  verificationLacking,
  visitValidUntil,
} from './level-basis.ts';
import { paperLater } from './papers.ts';
import type { HeldDocument, NotedOutcome } from './readiness.state.ts';

const evolve = {
  DocumentationReceived: (pledge, data, event) => {
    const { kind, version, datedOn } = data;
    const others = pledge.documents.filter((held) => held.kind !== kind);
    const known = pledge.documents.find((held) => held.kind === kind);
    return {
      ...pledge,
      documents: [...others, { kind, version, eventId: event.id, datedOn: firstDated(known, datedOn) }],
      documentHashes: [...pledge.documentHashes, data.sha256],
    };
  },
  VisitOutcomeNoted: (pledge, data, event) => noted(pledge, { ...data, eventId: event.id }),
  LevelAttained: (pledge, data) =>
    atLevel({ ...pledge, deployWithinDays: data.deployWithinDays ?? pledge.deployWithinDays }, data.level),
  LevelDowngraded: (pledge, data) => atLevel(pledge, data.level),
} satisfies Partial<Folds>;

export const atLevel = (pledge: Pledge, level: Pledge['level']): Pledge => ({
  ...pledge,
  level,
  levelValidUntil: levelValidUntil(level, pledge.visitsValidUntil),
});

const levelValidUntil = (level: Pledge['level'], { AAV, RDL }: Pledge['visitsValidUntil']): string | null => {
  if (level === null || level === 'L1') return null;
  return level === 'RDL' ? RDL : AAV;
};

/** A newer version does not move the day from which there was a paper; whether a version of an unknown day was first nobody knows. */
const firstDated = (known: HeldDocument | undefined, datedOn: string | null): string | null => {
  if (known === undefined) return datedOn;
  if (known.datedOn === null || datedOn === null) return null;
  return known.datedOn < datedOn ? known.datedOn : datedOn;
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
        [purpose]: laterDay(pledge.visitsValidUntil[purpose], validUntil),
      },
    },
    pledge.level,
  );
};

const visitKey = ({ purpose, visitId }: { readonly purpose: string; readonly visitId: string }): string =>
  `${purpose} ${visitId}`;

/** A newer version replaces the older of its kind; the same file, or an older version, changes nothing and is refused. */
const receiveDocumentation: Decision<'ReceiveDocumentation'> = ({ data, meta }, pledge, { on }) => {
  mustBearPossibleDay(data.datedOn, on, meta.now);
  if (pledge.documentHashes.includes(data.sha256)) {
    throw conflict('SAME_DOCUMENT', 'This very file was received before.', { field: 'sha256' });
  }
  const held = pledge.documents.find(({ kind }) => kind === data.kind);
  if (held !== undefined && data.version <= held.version) {
    throw conflict('STALE_VERSION', `Version ${held.version} of ${data.kind} is here already.`, {
      field: 'version',
      held: held.version,
    });
  }
  return [{ type: 'DocumentationReceived', data: { ...data, receivedOn: on } }];
};

const mustBearPossibleDay = (datedOn: string | null, on: string, now: string): void => {
  if (datedOn === null) return;
  const field = 'datedOn';
  mustBeDay(field, datedOn);
  mustHaveCome(field, datedOn, now);
  if (datedOn <= on) return;
  throw invalid('DATED_AFTER_RECEIPT', `The paper is dated ${datedOn}, and was received on ${on}.`, {
    field,
    receivedOn: on,
  });
};

const noteVisitOutcome: Decision<'NoteVisitOutcome'> = ({ data }, _pledge, { rules }) => [
  under(rules, {
    type: 'VisitOutcomeNoted',
    data: { ...data, validUntil: visitValidUntil(data, rules) },
    occurredOn: data.conductedOn,
  }),
];

/**
 * Sent by SFGC. For L3, FGS or PD confirm outside the system and SFGC names the reference: the consent of another body is
 * a required reference (lifecycle page, section 3.7). RDL needs an agreement, from the command or from the visit, and a
 * promise to deploy within 60 days, from the command or from the registration.
 */
const attainLevel: Decision<'AttainLevel'> = (command, pledge, context) => {
  const { data } = command;
  const { on, rules } = context;
  const { basis, validUntil } = basisOf(data.level, pledge, context);
  if (data.level === 'L3') {
    mustRefer('surReference', data.surReference);
    mustRefer('alignmentReference', data.alignmentReference);
    mustRefer('confirmedBy', data.confirmedBy);
  }
  const agreement = data.agreementReference ?? pledge.lastRdlVerification?.agreementReference ?? null;
  const deployWithinDays = data.deployWithinDays ?? pledge.deployWithinDays;
  if (data.level === 'RDL') {
    mustRefer('agreementReference', agreement);
    mustBeFast(deployWithinDays, rules.rdlDeployWithinDays);
  }
  return [
    under(rules, {
      type: 'LevelAttained',
      data: {
        ...data,
        attainedOn: on,
        basis,
        basisValidUntil: validUntil,
        agreementReference: data.level === 'RDL' ? agreement : data.agreementReference,
        deployWithinDays: data.level === 'RDL' ? deployWithinDays : data.deployWithinDays,
      },
    }),
  ];
};

const basisOf = (level: Level, pledge: Pledge, { rules }: DecisionContext) => {
  const visit = level === 'RDL' ? pledge.lastRdlVerification : pledge.lastAav;
  if (visit === null || visit.validUntil === null) {
    throw conflict('AAV_MISSING', 'No visit carries this level.');
  }
  const documents =
    level === 'L3' ? pledge.documents.filter(({ kind }) => rules.level3Documents.includes(kind)) : [];
  return { basis: [visit.eventId, ...documents.map(({ eventId }) => eventId)], validUntil: visit.validUntil };
};

const mustRefer = (field: string, reference: string | null): void => {
  if (reference !== null && reference.trim() !== '') return;
  throw invalid('REFERENCE_MISSING', `This level needs ${field}.`, { field });
};

/** The promise behind the Rapid Deployment Level. @throws {Rejected} DEPLOYMENT_TOO_SLOW */
export const mustBeFast = (days: number | null, allowed: number): void => {
  if (days !== null && days <= allowed) return;
  throw conflict('DEPLOYMENT_TOO_SLOW', `Rapid deployment means within ${allowed} days of a request.`, {
    field: 'deployWithinDays',
    allowed,
  });
};

/**
 * SFGC takes any level below for a reason of the list; the scheduled job only what an expired visit carried, down to what
 * the visits still carry. While the unit is selected or later, FGS or PD must have consented.
 */
const downgradeLevel: Decision<'DowngradeLevel'> = (command, pledge, context) => {
  const { data } = command;
  const { level } = pledge;
  if (level === null || rank(data.level) >= rank(level)) {
    throw conflict('LEVEL_NOT_LOWER', `${data.level} is not below ${level ?? 'no level'}.`, { level });
  }
  mustBeJobsToTake(command, pledge, context);
  const expiring = data.reason === 'VISIT_EXPIRED' ? notExpired(pledge, context.on) : undefined;
  if (expiring) throw expiring;
  const isFree = pledge.status === 'REGISTERED' || pledge.status === 'MATCHED';
  if (!isFree && isBlank(data.consentReference)) {
    throw conflict('CONSENT_MISSING', 'A selected unit loses a level only with the consent of FGS or PD.', {
      field: 'consentReference',
    });
  }
  return [under(context.rules, { type: 'LevelDowngraded', data: { ...data, from: level } })];
};

const mustBeJobsToTake = (
  { data }: CommandOf<'DowngradeLevel'>,
  pledge: Pledge,
  { role, earliestToday }: DecisionContext,
): void => {
  if (role !== 'SYSTEM') return;
  if (data.reason !== 'VISIT_EXPIRED') {
    throw forbidden('FORBIDDEN', `Only SFGC may take a level for ${data.reason}.`, { allowed: ['SFGC'] });
  }
  const carried = levelStillBacked(pledge, earliestToday);
  if (data.level !== carried) {
    throw conflict('LEVEL_NOT_BACKED', `The visits still carry ${carried}.`, { allowed: [carried] });
  }
};

/** One step up, and what carries it: PCRS page, section 3. Without a command: the step above the present level. */
const nextLevelCarried: Precondition<'AttainLevel'> = (pledge, { on, rules }, command) => {
  const asked = command?.data.level ?? nextLevel(pledge.level);
  if (asked === undefined || rank(asked) <= rank(pledge.level)) {
    return conflict('LEVEL_NOT_HIGHER', `The pledge is at ${pledge.level ?? 'no level'} already.`, {
      level: pledge.level,
    });
  }
  if (asked !== nextLevel(pledge.level)) {
    return conflict(
      'LEVEL_JUMP',
      `From ${pledge.level ?? 'no level'} the next is ${nextLevel(pledge.level)}.`,
      { level: pledge.level, allowed: [nextLevel(pledge.level)] },
    );
  }
  if (asked === 'RDL') return verificationLacking(pledge, on);
  const lacking = rules.level3Documents.filter((kind) => !holds(pledge, kind));
  if (asked === 'L3' && lacking.length > 0) {
    return conflict(
      'DOCUMENTS_MISSING',
      `Level 3 needs documents that have not arrived: ${lacking.join(', ')}.`,
      { missing: lacking },
    );
  }
  const later = asked === 'L3' ? paperLater(pledge, rules.level3Documents, { on, rules }) : undefined;
  return later ?? aavLacking(pledge, on);
};

const holds = (pledge: Pledge, kind: string): boolean => pledge.documents.some((held) => held.kind === kind);

/** Something to lose; for the scheduled job, a visit that no longer counts. */
const losable: Precondition<'DowngradeLevel'> = (pledge, context) => {
  const { role, earliestToday } = context;
  if (rank(pledge.level) <= rank('L1')) {
    return conflict(
      'LEVEL_NOT_LOWER',
      `The pledge is at ${pledge.level ?? 'no level'}: there is none below.`,
    );
  }
  if (role !== 'SYSTEM') return undefined;
  return notExpired(pledge, earliestToday) ?? beingEntered(pledge, context);
};

const notExpired = ({ levelValidUntil }: Pledge, day: string) =>
  levelValidUntil !== null && day <= levelValidUntil
    ? conflict('NOT_DUE', `The visit behind the level counts until ${levelValidUntil}.`, { levelValidUntil })
    : undefined;

export const readiness = chapter({
  evolve,
  commands: {
    ReceiveDocumentation: {
      ...CAPABILITY,
      from: ['ACKNOWLEDGED', ...UNTIL_READY],
      roles: ['SFGC', 'FGS', 'PD', 'DOS'],
      decide: receiveDocumentation,
      events: ['DocumentationReceived'],
    },
    NoteVisitOutcome: {
      ...CAPABILITY_UNDATED,
      from: OFFERED,
      roles: ['SYSTEM'],
      isNoop: ({ data }, pledge) => pledge.notedVisits.includes(visitKey(data)),
      decide: noteVisitOutcome,
      events: ['VisitOutcomeNoted'],
    },
    AttainLevel: {
      ...CAPABILITY,
      from: OFFERED,
      roles: ['SFGC'],
      needs: 'the visit and the documents behind the next level',
      precondition: nextLevelCarried,
      decide: attainLevel,
      events: ['LevelAttained'],
    },
    DowngradeLevel: {
      ...CAPABILITY,
      from: UNTIL_READY,
      roles: ['SFGC', 'SYSTEM'],
      needs: 'a level above L1; for the scheduled job one whose visit has expired',
      precondition: losable,
      decide: downgradeLevel,
      events: ['LevelDowngraded'],
    },
  },
});

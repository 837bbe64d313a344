/** From received to registered: questions to the state, and the decision whether its promise enters the register. */
import { addMonths, type Capability, type DocumentKind, type Quantity } from '@pledgeline/contracts';
import { mustBeBought, mustBeCountable } from '../announcement/countable.ts';
import { mustBeCapability } from '../category.ts';
import { ANY_STATUS, COMMON, COMMON_UNDATED, OPEN, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext, type Precondition } from '../decision-context.ts';
import { conflict, forbidden, invalid, isBlank, missing, mustSay } from '../refusal.ts';
import { besideAfter, mustStandBesideUnits } from '../measures/beside-units.ts';
import { paperLater } from '../readiness/papers.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import { mustNotBeOver } from '../validity/late-entry.ts';
import type { Clarification } from './registration.state.ts';

const evolve = {
  ClarificationRequested: (pledge, data) => {
    const { pledgeId: _, ...asked } = data;
    return { ...pledge, clarifications: [...pledge.clarifications, { ...asked, answered: false }] };
  },
  ClarificationProvided: (pledge, data) => ({
    ...pledge,
    clarifications: pledge.clarifications.map((asked) =>
      asked.clarificationId === data.clarificationId ? { ...asked, answered: true } : asked,
    ),
  }),
  PledgeRegistered: (pledge, data, event) => ({
    ...pledge,
    status: 'REGISTERED',
    track: data.track,
    capabilityCode: data.capabilityCode,
    quantity: data.quantity,
    strength: data.strength,
    aircraft: data.aircraft,
    timeframe: data.timeframe,
    deployWithinDays: data.deployWithinDays,
    level: data.level,
    validUntil: data.validUntil,
    standsSince: event.metadata.occurredOn,
  }),
  RegistrationDeclined: (pledge) => ({ ...pledge, status: 'DECLINED' }),
} satisfies Partial<Folds>;

const requestClarification: Decision<'RequestClarification'> = ({ data }, pledge) => {
  const earlier = find(pledge, data.clarificationId);
  if (earlier !== undefined) {
    const { pledgeId: _, ...asked } = data;
    if (sameContent({ ...asked, answered: earlier.answered }, earlier)) return [];
    throw conflict('CLARIFICATION_ID_REUSED', 'Another question was asked under this id.', {
      field: 'clarificationId',
    });
  }
  mustSay('question', data.question);
  return [{ type: 'ClarificationRequested', data }];
};

const provideClarification: Decision<'ProvideClarification'> = ({ data }) => {
  mustSay('answer', data.answer);
  return [{ type: 'ClarificationProvided', data }];
};

const find = (pledge: Pledge, id: string): Clarification | undefined =>
  pledge.clarifications.find(({ clarificationId }) => clarificationId === id);

/**
 * Lifecycle page, section 5; PCRS page, sections 3 and 5. The taxonomy decides the track. A capability starts at Level 1
 * and stands 12 months from the date of registration; the renewal every six months is asked of capabilities only, so an
 * implementation pledge has no end date (assumption). A field that the registration leaves open stays as it was announced.
 */
const register: Decision<'RegisterPledge'> = ({ data: stated }, pledge, context) => {
  const { lateEntry, ...data } = stated;
  const { on, rules } = context;
  const { track, category } = mustBeCapability(data.capabilityCode);
  mustBeTheirTrack(track, context);
  mustSay('registrationReference', data.registrationReference);
  mustBeCountable(data.quantity);
  const quantity = quantityFrom(data.quantity, pledge.quantity);
  if (rules.financeUnitsAreKnown) mustBeBought(quantity, category);
  const announced = besideAfter(pledge, quantity);
  const beside = {
    strength: data.strength ?? announced.strength,
    aircraft: data.aircraft ?? announced.aircraft,
  };
  mustStandBesideUnits({ quantity, ...beside });
  const isCapability = track === 'CAPABILITY';
  const validUntil = isCapability ? addMonths(on, rules.firstValidityMonths) : null;
  if (isCapability) {
    const refused =
      documentsMissing(pledge, rules.level1Documents) ?? paperLater(pledge, rules.level1Documents, context);
    if (refused) throw refused;
  } else if (!data.notMeasurable && isBlank(data.target)) {
    throw invalid('TARGET_MISSING', 'An implementation pledge needs a measurable target, or notMeasurable.', {
      field: 'target',
    });
  }
  mustNotBeOver(validUntil, lateEntry || pledge.announcement?.lateEntry === true, context);
  return [
    under(rules, {
      type: 'PledgeRegistered',
      data: {
        ...data,
        consentReference: data.consentReference?.trim() || null,
        track,
        quantity,
        ...beside,
        timeframe: data.timeframe ?? pledge.timeframe,
        level: isCapability ? 'L1' : null,
        validUntil,
      },
    }),
  ];
};

/** A number without a unit counts what was announced: "1" of two or three units is one unit. */
const quantityFrom = (stated: Quantity | null, announced: Quantity | null): Quantity | null =>
  stated === null ? announced : { ...stated, unit: stated.unit ?? announced?.unit ?? null };

const REGISTRARS = { CAPABILITY: 'SFGC', IMPLEMENTATION: 'DESK' } as const;

const mustBeTheirTrack = (track: Capability['track'], { role }: DecisionContext): void => {
  const allowed = REGISTRARS[track];
  if (role === allowed) return;
  throw forbidden('FORBIDDEN', `${role} does not register on the ${track} track; allowed: ${allowed}.`, {
    allowed: [allowed],
  });
};

/** The refusal of a Level 1 without its papers, or none. */
export const documentsMissing = (pledge: Pledge, required: readonly DocumentKind[]) => {
  const lacking = required.filter((kind) => !pledge.documents.some((held) => held.kind === kind));
  return lacking.length === 0
    ? undefined
    : conflict('DOCUMENTS_MISSING', `Level 1 needs documents that have not arrived: ${lacking.join(', ')}.`, {
        missing: lacking,
      });
};

const decline: Decision<'DeclineRegistration'> = ({ data }) => {
  mustSay('reason', data.reason);
  mustSay('text', data.text);
  return [{ type: 'RegistrationDeclined', data }];
};

/** Lifecycle page, section 5: answers go to a question that exists and is open. */
const openClarification: Precondition<'ProvideClarification'> = (pledge, _context, command) => {
  const asked =
    command === null
      ? pledge.clarifications.find(({ answered }) => !answered)
      : find(pledge, command.data.clarificationId);
  if (asked === undefined) {
    return missing('UNKNOWN_CLARIFICATION', 'No such question was asked.', { field: 'clarificationId' });
  }
  return asked.answered
    ? conflict('CLARIFICATION_CLOSED', 'This question was answered.', { field: 'clarificationId' })
    : undefined;
};

/** No blocking question open; and the documents of Level 1, where the role alone tells that it is a capability. */
const readyToRegister: Precondition<'RegisterPledge'> = (pledge, { role, rules }, command) => {
  const blocking = pledge.clarifications.filter((asked) => asked.blocking && !asked.answered);
  if (blocking.length > 0) {
    return conflict('CLARIFICATION_OPEN', 'A blocking question is not answered yet.', {
      clarifications: blocking.map(({ clarificationId }) => clarificationId),
    });
  }
  return command === null && role === 'SFGC' ? documentsMissing(pledge, rules.level1Documents) : undefined;
};

export const registration = chapter({
  evolve,
  commands: {
    RequestClarification: {
      ...OPEN,
      roles: ['DESK', 'SFGC', 'FGS', 'PD', 'IMPL'],
      decide: requestClarification,
      events: ['ClarificationRequested'],
    },
    ProvideClarification: {
      ...COMMON_UNDATED,
      from: ANY_STATUS,
      roles: ['MS'],
      needs: 'an open question',
      precondition: openClarification,
      decide: provideClarification,
      events: ['ClarificationProvided'],
    },
    RegisterPledge: {
      ...COMMON,
      from: ['ACKNOWLEDGED'],
      roles: ['SFGC', 'DESK'],
      needs: 'no open blocking question; for a capability (SFGC) the documents of Level 1',
      precondition: readyToRegister,
      decide: register,
      events: ['PledgeRegistered'],
      to: 'REGISTERED',
    },
    DeclineRegistration: {
      ...COMMON_UNDATED,
      from: ['ACKNOWLEDGED'],
      roles: ['SFGC', 'DESK'],
      decide: decline,
      events: ['RegistrationDeclined'],
      to: 'DECLINED',
    },
  },
});

/**
 * Caveats limit the use of a unit. The state declares them, or they are found in the field (lifecycle page, section 6). A caveat
 * that breaks the statement of unit requirements is a reason for a downgrade (PCRS page, section 3.4), which SFGC decides.
 */
import { CAVEAT_FINDERS, mustHaveCome } from '@pledgeline/contracts';
import { CAPABILITY, OPEN_CAPABILITY, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, forbidden, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { findCaveat, openCaveats } from './caveats.state.ts';

const evolve = {
  CaveatDeclared: (pledge, { pledgeId: _, ...said }, { metadata: { occurredOn, visibility } }) => ({
    ...pledge,
    caveats: [...pledge.caveats, { ...said, ...DECLARED, since: occurredOn, ...STANDS, visibility }],
  }),
  CaveatDiscovered: (pledge, data, { metadata: { role, visibility } }) => {
    const { caveatId, text, kind, blocking, incidentOn: since } = data;
    const foundBy = CAVEAT_FINDERS.find((finder) => finder === role) ?? null;
    const foundIn = pledge.deployment?.mission ?? pledge.selection?.mission ?? null;
    const found = { caveatId, text, kind, blocking, undeclared: true, foundBy, foundIn, since };
    return { ...pledge, caveats: [...pledge.caveats, { ...found, ...STANDS, visibility }] };
  },
  /** Kept in the history alone. */
  CaveatTalkNoted: (pledge) => pledge,
} satisfies Partial<Folds>;

const DECLARED = { undeclared: false, foundBy: null, foundIn: null } as const;
const STANDS = { lifting: null, liftedOn: null } as const;

/** @throws {Rejected} TEXT_MISSING, or CAVEAT_ID_REUSED for an id that another caveat has. */
const declareCaveat: Decision<'DeclareCaveat'> = ({ data: { internal, ...data } }, pledge) => {
  mustSay('text', data.text);
  mustBeNew(pledge, data.caveatId);
  return [{ type: 'CaveatDeclared', data, ...(internal && { visibility: 'INTERNAL' }) }];
};

/**
 * Never by the state about itself: it declares.
 * @throws {Rejected} also DATE_IMPOSSIBLE, DATE_IN_FUTURE and BEFORE_DEPLOYMENT of the incident.
 */
const discoverCaveat: Decision<'DiscoverCaveat'> = ({ data, meta }, pledge, { rules }) => {
  if (meta.onBehalfOf === pledge.memberState) {
    throw forbidden('FORBIDDEN', 'A state declares its own caveats (DeclareCaveat).', {
      allowed: ['MISSION', 'EVAL'],
    });
  }
  mustSay('text', data.text);
  mustSay('source', data.source);
  const { incidentOn } = data;
  const field = 'incidentOn';
  mustBeDay(field, incidentOn);
  mustHaveCome(field, incidentOn, meta.now);
  if (rules.incidentsFollowArrival) mustFollowArrival(incidentOn, pledge);
  mustBeNew(pledge, data.caveatId);
  return [{ type: 'CaveatDiscovered', data }];
};

/** From the first time on that the unit was in a mission; before its deployment is on record, nobody can say. */
const mustFollowArrival = (incidentOn: string, { fielded }: Pledge): void => {
  const arrivals = fielded.map(({ deployedOn }) => deployedOn).sort();
  const [arrivedOn] = arrivals;
  if (arrivedOn === undefined || incidentOn >= arrivedOn) return;
  throw invalid('BEFORE_DEPLOYMENT', `The unit came to the mission on ${arrivedOn}, after ${incidentOn}.`, {
    field: 'incidentOn',
    deployedOn: arrivedOn,
  });
};

/** Of a talk under the Chatham House Rule it is kept what was said, and of no person that he was there or took the note. */
const noteTalk: Decision<'NoteCaveatTalk'> = ({ data }) => {
  mustSay('text', data.text);
  return [{ type: 'CaveatTalkNoted', data, ...(data.chathamHouse && { unattributed: true }) }];
};

/**
 * A unit is chosen with no open blocking caveat, or with a decision that accepts each of them in writing; it may accept
 * others beside them.
 * @throws {Rejected} CAVEAT_OPEN, or UNKNOWN_CAVEAT for an acceptance of what is no open caveat.
 */
export const mustAcceptCaveats = (accepted: readonly string[], pledge: Pledge): void => {
  const open = openCaveats(pledge);
  const unknown = accepted.filter((id) => !open.some(({ caveatId }) => caveatId === id));
  if (unknown.length > 0) {
    throw missing('UNKNOWN_CAVEAT', `No such caveat is open: ${unknown.join(', ')}.`, {
      field: 'acceptedCaveats',
      unknown,
    });
  }
  const caveats = open
    .filter(({ blocking, caveatId }) => blocking && !accepted.includes(caveatId))
    .map(({ caveatId }) => caveatId);
  if (caveats.length > 0) {
    throw conflict(
      'CAVEAT_OPEN',
      `These caveats are open: ${caveats.join(', ')}. Either the decision accepts them in writing, or they are lifted first, confirmed by all who must.`,
      { field: 'acceptedCaveats', caveats },
    );
  }
};

const mustBeNew = (pledge: Pledge, caveatId: string): void => {
  if (findCaveat(pledge, caveatId) !== undefined) {
    throw conflict('CAVEAT_ID_REUSED', 'Another caveat has this id.', { field: 'caveatId' });
  }
};

/** The caveat may be lifted: the talks about it can continue. */
const knownCaveat: Precondition<'NoteCaveatTalk'> = (pledge, _context, command) => {
  const caveat = command === null ? pledge.caveats[0] : findCaveat(pledge, command.data.caveatId);
  return caveat === undefined
    ? missing('UNKNOWN_CAVEAT', 'There is no such caveat.', { field: 'caveatId' })
    : undefined;
};

export const caveats = chapter({
  evolve,
  commands: {
    DeclareCaveat: { ...OPEN_CAPABILITY, roles: ['MS'], decide: declareCaveat, events: ['CaveatDeclared'] },
    DiscoverCaveat: {
      ...CAPABILITY,
      from: ['SELECTED', 'MOU_SIGNED', 'READY', 'DEPLOYED'],
      roles: ['MISSION', 'EVAL'],
      decide: discoverCaveat,
      events: ['CaveatDiscovered'],
    },
    NoteCaveatTalk: {
      ...OPEN_CAPABILITY,
      roles: ['FGS', 'PD', 'DESK'],
      needs: 'a caveat, open or lifted',
      precondition: knownCaveat,
      decide: noteTalk,
      events: ['CaveatTalkNoted'],
    },
  },
});

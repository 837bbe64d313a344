/**
 * Caveats limit the use of a unit. The state declares them, or they are found in the field (lifecycle page, section 6). A caveat
 * that breaks the statement of unit requirements is a reason for a downgrade (PCRS page, section 3.4), which SFGC decides.
 */
import { mustHaveCome } from '@pledgeline/contracts';
import { CAPABILITY, OPEN_CAPABILITY, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, forbidden, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { openCaveats, type Caveat } from './caveats.state.ts';

const evolve = {
  CaveatDeclared: (pledge, { pledgeId: _, ...said }, { metadata: { occurredOn, visibility } }) => ({
    ...pledge,
    caveats: [
      ...pledge.caveats,
      { ...said, undeclared: false, since: occurredOn, liftedOn: null, visibility },
    ],
  }),
  CaveatDiscovered: (pledge, data, { metadata: { visibility } }) => {
    const { caveatId, text, kind, blocking, incidentOn: since } = data;
    const found = { caveatId, text, kind, blocking, undeclared: true, since, liftedOn: null, visibility };
    return { ...pledge, caveats: [...pledge.caveats, found] };
  },
  CaveatLifted: (pledge, { caveatId, liftedOn }) => ({
    ...pledge,
    caveats: pledge.caveats.map((caveat) =>
      caveat.caveatId === caveatId ? { ...caveat, liftedOn } : caveat,
    ),
  }),
  /** Kept in the history alone. */
  CaveatTalkNoted: (pledge) => pledge,
} satisfies Partial<Folds>;

/** @throws {Rejected} TEXT_MISSING, or CAVEAT_ID_REUSED for an id that another caveat has. */
const declareCaveat: Decision<'DeclareCaveat'> = ({ data: { internal, ...data } }, pledge) => {
  mustSay('text', data.text);
  mustBeNew(pledge, data.caveatId);
  return [{ type: 'CaveatDeclared', data, ...(internal && { visibility: 'INTERNAL' }) }];
};

/** Never by the state about itself: it declares. @throws {Rejected} also DATE_IMPOSSIBLE and DATE_IN_FUTURE of the incident. */
const discoverCaveat: Decision<'DiscoverCaveat'> = ({ data, meta }, pledge) => {
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
  mustBeNew(pledge, data.caveatId);
  return [{ type: 'CaveatDiscovered', data }];
};

/** No wider known than the caveat itself. */
const liftCaveat: Decision<'LiftCaveat'> = ({ data }, pledge, { on }) => {
  mustSay('confirmationReference', data.confirmationReference);
  const hidden = find(pledge, data.caveatId)?.visibility === 'INTERNAL';
  return [
    { type: 'CaveatLifted', data: { ...data, liftedOn: on }, ...(hidden && { visibility: 'INTERNAL' }) },
  ];
};

const noteTalk: Decision<'NoteCaveatTalk'> = ({ data }) => {
  mustSay('text', data.text);
  return [{ type: 'CaveatTalkNoted', data }];
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
      `The decision must accept these open caveats in writing, or the state lift them: ${caveats.join(', ')}.`,
      { field: 'acceptedCaveats', caveats },
    );
  }
};

const find = ({ caveats }: Pledge, id: string): Caveat | undefined =>
  caveats.find(({ caveatId }) => caveatId === id);

const mustBeNew = (pledge: Pledge, caveatId: string): void => {
  if (find(pledge, caveatId) !== undefined) {
    throw conflict('CAVEAT_ID_REUSED', 'Another caveat has this id.', { field: 'caveatId' });
  }
};

const unknownCaveat = () => missing('UNKNOWN_CAVEAT', 'There is no such caveat.', { field: 'caveatId' });

const openCaveat: Precondition<'LiftCaveat'> = (pledge, _context, command) => {
  const caveat = command === null ? openCaveats(pledge)[0] : find(pledge, command.data.caveatId);
  if (caveat === undefined) return unknownCaveat();
  return caveat.liftedOn === null
    ? undefined
    : conflict('CAVEAT_CLOSED', `This caveat was lifted on ${caveat.liftedOn}.`, { field: 'caveatId' });
};

/** The caveat may be lifted: the talks about it can continue. */
const knownCaveat: Precondition<'NoteCaveatTalk'> = (pledge, _context, command) => {
  const caveat = command === null ? pledge.caveats[0] : find(pledge, command.data.caveatId);
  return caveat === undefined ? unknownCaveat() : undefined;
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
    LiftCaveat: {
      ...OPEN_CAPABILITY,
      roles: ['MS'],
      needs: 'a caveat that is open',
      precondition: openCaveat,
      decide: liftCaveat,
      events: ['CaveatLifted'],
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

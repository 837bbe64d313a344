/**
 * What an officer records for a state or a body is decided as if they had sent it: every command that they may send, in every
 * status, in each of their roles. Accountability page, section 8.
 */
import { NO_TERMS, STATUSES, type PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type CommandMeta } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { commandTypes, transitionOf } from '../chapters.ts';
import { evolve } from '../evolve.ts';
import { pledge } from '../pledge.ts';
import { initialPledge, type Pledge, type PledgeCommand, type PledgeCommandType } from '../state.ts';
import { commandFor, pledgeIn } from '../testing/transitions-page.ts';

const BODY = 'UNITAR';
const ROLES = ['MS', 'PARTNER', 'IMPL'] as const;
type Role = (typeof ROLES)[number];

/** With a body that carries it out, and with one that is a partner. */
const withBody = (own: Pledge): Pledge => ({
  ...own,
  implementation: own.implementation && { ...own.implementation, implementingBody: BODY },
  terms: own.terms && { ...own.terms, implementingBody: BODY },
  announcement: own.announcement && {
    ...own.announcement,
    terms: { ...NO_TERMS, ...own.announcement.terms, implementingBody: BODY },
  },
});

const outcome = (command: PledgeCommand, own: Pledge): readonly PledgeEvent[] | string => {
  try {
    return pledge.decide(command, own);
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

/** The state or body as the sender itself, and the same told by an officer of the desk on the day of its paper. */
const bothWays = (type: PledgeCommandType, role: Role) => {
  const { meta } = commandFor(type, {});
  const state = role === 'IMPL' ? null : (commandFor(type).meta.onBehalfOf ?? 'RWA');
  const date = meta.occurredOn ?? '2026-01-15';
  const common = { commandId: 'act-1', occurredOn: date };
  const paper = { reference: 'Note verbale 88', date };
  const own: Partial<CommandMeta> = { ...common, role, onBehalfOf: state, actor: 'focal.point' };
  const told = { ...common, role: 'DESK', onBehalfOf: state, actor: 'officer' };
  return {
    own: commandFor(type, own),
    told: commandFor(type, { ...told, recorded: { body: state === null ? BODY : null, paper } }),
    approval: commandFor('ApproveAct', { actor: 'another', commandId: 'act-2' }, { actId: 'act-1' }),
  };
};

const plain = (events: readonly PledgeEvent[], date: string) =>
  events
    .filter(({ type }) => type !== 'ActRecorded')
    .map(({ recordedFor: _, occurredOn = date, ...event }) => ({ ...event, occurredOn }));

const after = (own: Pledge, events: readonly PledgeEvent[]): Pledge =>
  events.reduce((now, event, n) => {
    const one = recorded(event, n);
    return evolve(now, { ...one, metadata: { ...one.metadata, actor: 'officer' } });
  }, own);

const rows = commandTypes.flatMap((type) =>
  ROLES.filter((role) => transitionOf(type).roles.includes(role)).map((role) => ({ type, role })),
);
let done = 0;
let proposed = 0;

it.each(rows)('$type of $role has the same outcome in every status', ({ type, role }) => {
  for (const status of [null, ...STATUSES]) {
    const state = status === null ? initialPledge : withBody(pledgeIn(status));
    const { own, told, approval } = bothWays(type, role);
    const expected = outcome(own, state);
    const found = outcome(told, state);
    if (typeof expected === 'string' || typeof found === 'string') {
      expect([status, found]).toEqual([status, expected]);
      continue;
    }
    const date = own.meta.occurredOn ?? '';
    const [first] = found;
    const isProposed = first?.type === 'ActProposed';
    const carriedOut = isProposed ? pledge.decide(approval, after(state, found)) : found;
    expect(plain(carriedOut, date)).toEqual(plain(expected, date));
    if (expected.length === 0) continue;
    if (isProposed) proposed += 1;
    else done += 1;
    const named = own.meta.onBehalfOf;
    // Where a partner may send what the state of the pledge may, that state acts as itself.
    const acted = named === state.memberState ? 'MS' : role;
    for (const event of carriedOut) expect(event.recordedFor).toEqual({ role: acted, state: named });
    expect(carriedOut.at(-1)).toMatchObject({
      type: 'ActRecorded',
      data: {
        actId: 'act-1',
        command: type,
        role: acted,
        state: named,
        body: named === null ? BODY : null,
        paper: { reference: 'Note verbale 88', date },
        events: [...new Set(expected.map((event) => event.type))],
      },
    });
  }
});

it('tried both kinds many times', () => {
  expect(done).toBeGreaterThan(100);
  expect(proposed).toBeGreaterThan(15);
});

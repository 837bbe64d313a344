import fc from 'fast-check';
import { Rejected, type CommandMeta, type NewEvent } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { MOST_OF_A_KIND, MOST_TEXT_BYTES, NOTHING_ENTERED, mustNotBeTooMuch, withEntry } from './entered.ts';
import { pledge } from './pledge.ts';
import type { Pledge, PledgeCommand } from './state.ts';
import { after } from './testing/a-pledge.ts';
import { carriedOutTo } from './testing/implementation-life.ts';
import { atLevel2 } from './testing/later-life.ts';
import { idOf } from './testing/named-events.ts';
import { by, state as ownState, type ExampleCommand } from './testing/example-command.ts';
import { commands } from './testing/commands.ts';

const { DeclareCaveat, DeclareCondition, LinkAnnouncement, PledgeFunds, ReceiveFunds, SubmitEvidence } =
  commands;
const { PlanImplementation, RecordPoliticalAct } = commands;

const folded = (history: readonly NewEvent[]): Pledge =>
  history.map((event, n) => recorded(event, n)).reduce(pledge.evolve, pledge.initialState());

/** One pledge that commands are sent to, one after the other. */
const aPledge = (history: readonly NewEvent[]) => {
  let state = folded(history);
  let sent = 0;
  return {
    state: () => state,
    send: (example: ExampleCommand, changes: object = {}, meta: Partial<CommandMeta> = {}): string => {
      sent += 1;
      const { type, data } = example;
      const command = { type, data: { ...data, ...changes }, meta: metaFor({ ...example.meta, ...meta }) };
      try {
        const decided = pledge.decide(command as PledgeCommand, state);
        for (const one of decided) {
          const event = recorded(one, 1000 + sent);
          const { role, onBehalfOf } = command.meta;
          state = pledge.evolve(state, { ...event, metadata: { ...event.metadata, role, onBehalfOf } });
        }
        return 'taken';
      } catch (error) {
        if (error instanceof Rejected) return error.code;
        throw error;
      }
    },
  };
};

const caveat = (n: number, text: string) => ({ caveatId: idOf(10_000 + n), text });

it('the 2,001st caveat of a state is too much, and the desk goes on', () => {
  const { send, state } = aPledge(atLevel2);
  for (let n = 0; n < MOST_OF_A_KIND; n += 1) {
    expect(send(DeclareCaveat, caveat(n, 'No'))).toBe('taken');
  }
  expect(send(DeclareCaveat, caveat(MOST_OF_A_KIND, 'No'))).toBe('TOO_MUCH');
  expect(send(DeclareCondition)).toBe('taken');
  expect(send(LinkAnnouncement)).toBe('taken');
  expect(state().caveats).toHaveLength(MOST_OF_A_KIND);
});

it.each([
  ['of ASCII', 'x'.repeat(10_000), 198, 200],
  ['of two bytes a letter', 'é'.repeat(10_000), 98, 100],
  ['of three bytes a sign', '汉'.repeat(10_000), 65, 67],
])('2 MB of text %s is too much, whatever holds it', (_, text, atLeast, atMost) => {
  const { send } = aPledge(atLevel2);
  let taken = 0;
  for (; taken < 1000; taken += 1) {
    const isCaveat = taken % 2 === 0;
    const answer = isCaveat
      ? send(DeclareCaveat, caveat(taken, text))
      : send(DeclareCondition, { conditionId: idOf(20_000 + taken), text });
    if (answer === 'TOO_MUCH') break;
    expect(answer).toBe('taken');
  }
  expect(taken).toBeGreaterThanOrEqual(atLeast);
  expect(taken).toBeLessThanOrEqual(atMost);
  expect(send(LinkAnnouncement, { wording: text })).toBe('taken');
});

it('a list within one event counts by its items', () => {
  const milestones = Array.from({ length: MOST_OF_A_KIND + 1 }, (_, n) => ({
    milestoneId: idOf(30_000 + n),
    text: 'One more',
    dueOn: '2027-01-01',
    measure: null,
    template: null,
  }));
  const rejected = after(carriedOutTo.REGISTERED)
    .when(PlanImplementation, { milestones })
    .thenRejected('TOO_MUCH');
  expect(rejected.details).toEqual({ kind: 'ImplementationPlanned.milestones', most: MOST_OF_A_KIND });
  after(carriedOutTo.REGISTERED)
    .when(PlanImplementation, { milestones: milestones.slice(1) })
    .thenTypes('ImplementationPlanned');
});

it('what the desk enters is not counted against the state', () => {
  const { send, state } = aPledge(atLevel2);
  const before = state().entered;
  for (let n = 0; n <= MOST_OF_A_KIND; n += 1) {
    expect(send(LinkAnnouncement, { announcementId: idOf(40_000 + n), wording: 'x'.repeat(2000) })).toBe(
      'taken',
    );
  }
  expect(state().entered).toEqual(before);
  expect(send(DeclareCaveat, caveat(1, 'No'))).toBe('taken');
});

describe('any mix of acts by states, partners and implementing bodies', () => {
  type Act = (n: number, text: string) => readonly [ExampleCommand, object, Partial<CommandMeta>];
  const onCapability: readonly Act[] = [
    (n, text) => [DeclareCaveat, caveat(n, text), ownState],
    (n, text) => [DeclareCondition, { conditionId: idOf(20_000 + n), text }, ownState],
  ];
  const evidence =
    (meta: Partial<CommandMeta>): Act =>
    (n, text) => [
      SubmitEvidence,
      { evidenceId: idOf(50_000 + n), sha256: null, url: `https://example.org/${n}/${text}` },
      meta,
    ];
  const onImplementation: readonly Act[] = [
    (n, text) => [DeclareCondition, { conditionId: idOf(20_000 + n), text }, ownState],
    (_, note) => [PledgeFunds, { note }, ownState],
    (_, note) => [ReceiveFunds, { note }, by('IMPL')],
    (_, text) => [RecordPoliticalAct, { link: `https://example.org/${text}` }, ownState],
    evidence(ownState),
    evidence(by('IMPL')),
  ];

  it.each([
    ['the capability track', atLevel2, onCapability],
    ['the implementation track', carriedOutTo.IN_PROGRESS, onImplementation],
  ])('on %s ends with TOO_MUCH not later than the limit, and the desk goes on', (_, history, acts) => {
    const choice = fc.record({ act: fc.nat(), length: fc.integer({ min: 4000, max: 10_000 }) });
    fc.assert(
      fc.property(fc.infiniteStream(choice), (chosen) => {
        const { send, state } = aPledge(history);
        let answer = 'taken';
        for (let n = 0; answer === 'taken'; n += 1) {
          // 500 texts of 4,000 letters are 2 MB.
          expect(n).toBeLessThanOrEqual(500);
          const { act, length } = chosen.next().value as { act: number; length: number };
          const [example, changes, meta] = acts[act % acts.length]!(n, 'x'.repeat(length));
          answer = send(example, changes, meta);
        }
        expect(answer).toBe('TOO_MUCH');
        const { kinds, textBytes } = state().entered;
        expect(textBytes).toBeLessThanOrEqual(MOST_TEXT_BYTES);
        expect(Math.max(...Object.values(kinds))).toBeLessThanOrEqual(MOST_OF_A_KIND);
        expect(send(LinkAnnouncement)).toBe('taken');
      }),
      { numRuns: 5 },
    );
  });
});

it('texts are counted in UTF-8, wherever they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (list, text) => {
      const bytes = [...list, text].reduce((sum, one) => sum + Buffer.byteLength(one), 0);
      const data = { list, inner: { text, number: 1, none: null } };
      const entered = withEntry(NOTHING_ENTERED, { type: 'X', data }, 'PARTNER');
      expect(entered).toEqual({ textBytes: bytes, kinds: { X: 1, 'X.list': list.length } });
    }),
  );
});

it.each(['DESK', 'SFGC', 'FGS', 'EVAL', 'SYSTEM', 'ADMIN'])('%s is not bounded', (role) =>
  expect(withEntry(NOTHING_ENTERED, { type: 'X', data: { text: 'x' } }, role)).toBe(NOTHING_ENTERED),
);

it.each(['MS', 'PARTNER', 'IMPL'])('%s is bounded by itself', (role) => {
  const full = { kinds: { EvidenceSubmitted: MOST_OF_A_KIND }, textBytes: 0 };
  const [one] = after(carriedOutTo.IN_PROGRESS).when(SubmitEvidence).events();
  expect(() => mustNotBeTooMuch([one!], full, role)).toThrow(expect.objectContaining({ code: 'TOO_MUCH' }));
  expect(withEntry(NOTHING_ENTERED, { type: 'X', data: { text: 'x' } }, role).textBytes).toBe(1);
});

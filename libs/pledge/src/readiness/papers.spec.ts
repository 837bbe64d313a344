/** Accountability page, section 5: the paper's own day, not its receipt, precedes the act that needs it. */
import fc from 'fast-check';
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { acknowledged, announced, documents } from '../testing/early-life.ts';
import { after } from '../testing/a-pledge.ts';
import { atLevel2 } from '../testing/later-life.ts';
import { sha256 } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';

const { ReceiveDocumentation, RegisterPledge, AttainLevel } = commands;
const NOW = '2026-11-28T12:00:00.000Z';
const on = (occurredOn: string, now = NOW): Partial<CommandMeta> => ({ occurredOn, now });

const [noteVerbale, ...others] = documents;
/** Received in 2025, all of them; the note verbale bears this day. */
const dated = (...days: readonly (string | null)[]) => [
  announced(),
  acknowledged(),
  ...others,
  ...days.map((datedOn, n) => {
    const data = { ...(noteVerbale!.data as object), version: n + 1, sha256: sha256(`${n + 5}`), datedOn };
    return { ...noteVerbale!, data, occurredOn: '2026-11-20' };
  }),
];
const registeredOn = (day: string, history: ReturnType<typeof dated>, now = NOW) =>
  after(history).when(RegisterPledge, { lateEntry: true }, on(day, now));

describe('a registration', () => {
  it.each([
    ['2025-05-31', 'BEFORE_DOCUMENT'],
    ['2025-06-01', 'taken'],
    ['2025-06-02', 'taken'],
  ])('on %s with a note verbale of 2025-06-01 is %s, whenever the note was received', (day, expected) => {
    const outcome = registeredOn(day, dated('2025-06-01'));
    if (expected === 'taken') {
      outcome.thenTypes('PledgeRegistered');
      return;
    }
    expect(outcome.thenRejected(expected).details).toEqual({
      field: 'occurredOn',
      kind: 'NOTE_VERBALE',
      datedOn: '2025-06-01',
    });
  });

  it('is taken on any day where the day of the paper is not stated', () =>
    registeredOn('2025-02-01', dated(null)).thenTypes('PledgeRegistered'));

  it('rests on the first version: a newer one does not move it, in whatever order they come', () => {
    registeredOn('2025-06-01', dated('2025-06-01', '2026-01-01')).thenTypes('PledgeRegistered');
    registeredOn('2025-06-01', dated('2026-01-01', '2025-06-01')).thenTypes('PledgeRegistered');
    registeredOn('2025-06-01', dated(null, '2026-01-01')).thenTypes('PledgeRegistered');
    registeredOn('2025-05-31', dated('2026-01-01', '2025-06-01')).thenRefused('BEFORE_DOCUMENT');
  });

  it('under the rules of 2019 asks for no day', () =>
    registeredOn('2025-05-31', dated('2025-06-01'), '2026-10-31T12:00:00.000Z').thenTypes(
      'PledgeRegistered',
    ));

  it('is never before a paper that bears a day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }), (paper, act) => {
        const day = (n: number) => `2025-06-${String(n).padStart(2, '0')}`;
        const outcome = registeredOn(day(act), dated(day(paper)));
        if (act < paper) outcome.thenRefused('BEFORE_DOCUMENT');
        else outcome.thenTypes('PledgeRegistered');
      }),
    ));
});

it.each([
  ['2026-01-11', 'BEFORE_DOCUMENT'],
  ['2026-01-12', 'taken'],
])('Level 3 on %s with a load list of 2026-01-12 is %s', (day, expected) => {
  const loadList = {
    ...noteVerbale!,
    data: { ...(noteVerbale!.data as object), kind: 'LOAD_LIST', sha256: sha256('9'), datedOn: '2026-01-12' },
    occurredOn: '2026-11-20',
  } as (typeof documents)[number];
  const outcome = after([...atLevel2, loadList]).when(
    AttainLevel,
    { level: 'L3', surReference: 'SUR', alignmentReference: 'A', confirmedBy: 'FGS-1' },
    on(day),
  );
  if (expected === 'taken') outcome.thenTypes('LevelAttained');
  else outcome.thenRefused(expected);
});

describe('a paper', () => {
  const received = (datedOn: string | null, occurredOn = '2026-11-20') =>
    after(dated(null)).when(ReceiveDocumentation, { datedOn }, on(occurredOn));

  it.each([null, '2026-11-20', '2015-09-28', '1948-05-29'])('that bears %s is taken', (datedOn) => {
    const [event] = received(datedOn).events();
    expect(event?.data).toMatchObject({ datedOn, receivedOn: '2026-11-20' });
  });

  it.each([
    ['2026-11-21', 'DATED_AFTER_RECEIPT'],
    ['2026-11-30', 'DATE_IN_FUTURE'],
    ['1948-05-28', 'DATE_TOO_EARLY'],
    ['2026-02-30', 'DATE_IMPOSSIBLE'],
  ])('that bears %s is refused as %s', (datedOn, code) => {
    expect(received(datedOn).thenRejected(code).details).toMatchObject({ field: 'datedOn' });
  });
});

import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import { formatEvent } from './format-event.ts';
import { timeline, type PastEvent } from './timeline.ts';

const plain = (text: string): string => text;
const PLAIN = { strong: plain, faint: plain, good: plain, bad: plain };

const announced: PledgeEvent = {
  type: 'PledgeAnnounced',
  data: {
    conference: '2021-seoul',
    memberState: 'TUR',
    capabilityCode: 'HOSP-L2',
    quantity: { min: 0, max: 2, unit: 'units', asStated: 'up to 2' },
    description: 'Level II hospitals',
  } as unknown as DataOf<'PledgeAnnounced'>,
};
const selected: PledgeEvent = {
  type: 'UnitSelected',
  data: {
    mission: 'UNMISS',
    decisionReference: 'FGS/1',
    hostConsent: 'NOT_REQUIRED',
  } as unknown as DataOf<'UnitSelected'>,
};

const past = (
  event: PledgeEvent,
  revision: number,
  occurredOn: string | null,
  state?: string,
): PastEvent => ({
  ...event,
  revision,
  metadata: { actor: 'a.person', role: state ? 'MS' : 'DESK', onBehalfOf: state ?? null, occurredOn },
});

it('an event is told in the names of people, and a quantity as it was stated', () => {
  expect(formatEvent(announced)).toBe('Türkiye: Level II hospital, up to 2 units ("Level II hospitals")');
  const money = { asStated: '5', currency: 'USD', currencyAssumed: true, per: 'YEAR' };
  const fund = {
    ...announced.data,
    capabilityCode: null,
    quantity: null,
    money,
    description: 'For the fund',
  };
  expect(formatEvent({ type: 'PledgeAnnounced', data: fund } as PledgeEvent)).toBe(
    'Türkiye: 5 USD (assumed) a year ("For the fund")',
  );
  expect(formatEvent(selected)).toBe('UNMISS, FGS/1, host consent not required');
});

it('an event of a newer server is told by its name alone', () => {
  expect(formatEvent({ type: 'PledgeSung', data: {} } as unknown as PledgeEvent)).toBe('');
});

it('a line has the revision, the date, the event, who and what; columns line up', () => {
  expect(timeline([past(announced, 9, null, 'TUR'), past(selected, 10, '2026-11-23')], PLAIN)).toEqual([
    ' #9  no date     PledgeAnnounced  a.person (MS TUR)  Türkiye: Level II hospital, up to 2 units ("Level II hospitals")',
    '#10  2026-11-23  UnitSelected     a.person (DESK)    UNMISS, FGS/1, host consent not required',
  ]);
});

it('a corrected event is marked below, with the old and the new value', () => {
  const corrections = [
    {
      field: 'mission',
      old: 'UNMIS',
      new: 'UNMISS',
      reason: 'Typing error',
      recordedAt: '2026-12-01T09:00:00.000Z',
    },
  ];
  expect(timeline([{ ...past(selected, 3, '2026-11-23'), corrections }], PLAIN)).toEqual([
    '#3  2026-11-23  UnitSelected  a.person (DESK)  UNMISS, FGS/1, host consent not required',
    '    corrected on 2026-12-01: mission was "UNMIS", is "UNMISS" (Typing error)',
  ]);
});

it('whoever may not read names of persons reads the role', () => {
  const { metadata, ...told } = past(selected, 10, '2026-11-23', 'TUR');
  const { actor: _, ...anonymous } = metadata;
  expect(timeline([{ ...told, metadata: anonymous }], PLAIN)).toEqual([
    '#10  2026-11-23  UnitSelected  MS TUR  UNMISS, FGS/1, host consent not required',
  ]);
});

it('a pledge without events has no lines', () => {
  expect(timeline([], PLAIN)).toEqual([]);
});

it('what was objected to or struck says so below, in one line each', () => {
  const lines = timeline(
    [
      {
        ...past(selected, 4, '2026-02-01'),
        objection: { objectedOn: '2026-02-03', reason: 'Nobody\nwrote that', wholeAct: true },
        struck: { recordedAt: '2026-02-04T09:00:00.000Z', reason: 'Of another\u001b[2J unit' },
      },
      {
        ...past(announced, 5, '2026-02-01'),
        objection: { objectedOn: '2026-02-03', reason: 'It says less', wholeAct: false },
        struck: null,
      },
    ],
    PLAIN,
  );
  expect(lines.map((line) => line.trim())).toEqual([
    expect.stringMatching(/^#4 .*UnitSelected/),
    'objected to on 2026-02-03: none of it is theirs (Nobody wrote that)',
    'struck on 2026-02-04: counts as if it had never been (Of another<U+001B>[2J unit)',
    expect.stringMatching(/^#5 .*PledgeAnnounced/),
    'objected to on 2026-02-03: not as it stands (It says less)',
  ]);
});

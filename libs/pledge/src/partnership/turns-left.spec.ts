/** Who leaves takes its turns with it: accountability page, section 6. What is left of a list, and where nobody is then. */
import fc from 'fast-check';
import { after } from '../testing/a-pledge.ts';
import { historyTo, rotated } from '../testing/later-life.ts';
import { partnerJoined, partnerLeft, partnershipDeclared, turnsAgreed } from '../testing/partnership.ts';
import { holesIn, nextAfter } from './turns.ts';
import { withoutTurnsOf } from './turns-left.ts';
import type { TurnList } from './turns.state.ts';

const turn = (state: string, from: string, to: string) => ({ state, from, to });
const YEARS = [
  turn('RWA', '2026-01-01', '2026-12-31'),
  turn('KOR', '2027-01-01', '2027-12-31'),
  turn('GHA', '2028-01-01', '2028-12-31'),
  turn('KOR', '2029-01-01', '2029-12-31'),
];
const list = (inPlace: number, turns = YEARS): TurnList => ({
  ...{ turns, inPlace, agreedOn: '2025-12-01', openFrom: null },
});
const line = ({ turns, inPlace, openFrom }: TurnList) => [
  turns.map(({ state, from, to }) => `${state} ${from} ${to}`),
  inPlace,
  openFrom,
];
const [RWANDA, KOREA, GHANA, KOREA_AGAIN] = YEARS.map(({ state, from, to }) => `${state} ${from} ${to}`);

it.each<[string, string, number, string, unknown]>([
  ['before it came', 'KOR', 0, '2026-06-01', [[RWANDA, GHANA], 0, '2027-01-01']],
  ['on the first day of its turn', 'KOR', 1, '2027-01-01', [[RWANDA, GHANA], 0, '2027-01-01']],
  [
    'in its turn, which it has served to the day before',
    'KOR',
    1,
    '2027-06-01',
    [[RWANDA, 'KOR 2027-01-01 2027-05-31', GHANA], 1, '2029-01-01'],
  ],
  ['after its first turn', 'KOR', 2, '2028-06-01', [[RWANDA, KOREA, GHANA], 2, '2029-01-01']],
  ['in place and first of all', 'RWA', 0, '2026-01-01', [[KOREA, GHANA, KOREA_AGAIN], -1, '2026-01-01']],
  ['with no turn of its own', 'UGA', 1, '2027-06-01', [[RWANDA, KOREA, GHANA, KOREA_AGAIN], 1, null]],
])('who leaves %s', (_, state, inPlace, leftOn, left) =>
  expect(line(withoutTurnsOf(state, list(inPlace), leftOn))).toEqual(left),
);

it('when several leave, the first day that is nobody’s stays', () => {
  const one = withoutTurnsOf('GHA', list(0), '2026-02-01');
  expect(withoutTurnsOf('KOR', one, '2026-03-01')).toMatchObject({
    turns: [YEARS[0]],
    openFrom: '2027-01-01',
  });
});

it('whoever leaves on whatever day, others keep all of theirs, and it has none from that day on', () => {
  const day = fc
    .integer({ min: 0, max: 1460 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom('RWA', 'KOR', 'GHA'), fc.nat(3), day, (state, inPlace, leftOn) => {
      const { turns, inPlace: place } = withoutTurnsOf(state, list(inPlace), leftOn);
      const of = (some: readonly { state: string }[]) => some.filter((one) => one.state !== state);
      expect(of(turns)).toEqual(of(YEARS));
      const began = YEARS.slice(inPlace).map(({ from }) => from);
      for (const { to } of turns.filter((one) => one.state === state && began.includes(one.from)))
        expect(to < leftOn || YEARS.some((one) => one.to === to)).toBe(true);
      expect(turns.some((one) => one.state === state && began.includes(one.from) && one.from >= leftOn)).toBe(
        false,
      );
      expect(place).toBeLessThan(turns.length);
    }),
  );
});

describe('the holes', () => {
  const told = (...later: Parameters<typeof after>[0]) =>
    after([
      ...(historyTo.DEPLOYED ?? []),
      partnershipDeclared(),
      ...['RWA', 'KOR', 'GHA'].map((state) => partnerJoined({ state, share: null })),
      turnsAgreed({ turns: YEARS.slice(0, 3) }),
      ...later,
    ]).state();
  const leaves = (state: string, leftOn: string) => partnerLeft({ state, share: null, leftOn });

  it('are where the turn was of who left, and the next in turn is who ends it', () => {
    const [hole, ...others] = holesIn(told(leaves('KOR', '2026-02-01')));
    expect([hole, others]).toEqual([{ from: '2027-01-01', to: '2027-12-31' }, []]);
    expect(nextAfter(told(leaves('KOR', '2026-02-01')), hole!)).toBe('GHA');
  });

  it('begin at once for who leaves in its turn', () =>
    expect(
      holesIn(told(rotated({ nextState: 'KOR', rotatedOn: '2027-01-01' }), leaves('KOR', '2027-06-01'))),
    ).toEqual([{ from: '2027-06-01', to: '2027-12-31' }]));

  it('after the last turn end with what is promised, and nobody is next', () => {
    const two = [turn('RWA', '2025-11-01', '2026-05-31'), turn('KOR', '2026-06-01', '2026-11-30')];
    const pledge = told(turnsAgreed({ turns: two }), leaves('KOR', '2026-02-01'));
    const [hole] = holesIn(pledge);
    expect([hole, nextAfter(pledge, hole!)]).toEqual([{ from: '2026-06-01', to: pledge.mou?.to }, null]);
  });

  it('are none where a turn was agreed anew', () =>
    expect(
      holesIn(
        told(
          leaves('KOR', '2026-02-01'),
          turnsAgreed({ turns: [YEARS[0]!, turn('GHA', '2027-01-01', '2029-12-31')] }),
        ),
      ),
    ).toEqual([]));
});

describe('the day of a hand-over', () => {
  const handover = [
    ...(historyTo.DEPLOYED ?? []),
    partnershipDeclared({ kind: 'HANDOVER', handoverTo: 'KOR', handoverOn: '2026-06-01' }),
    partnerJoined(),
  ];
  const handedOverOn = (...later: Parameters<typeof after>[0]) =>
    after([...handover, ...later]).state().partnership?.handedOverOn;

  it('is that on which the next state came, and none before, nor when another came', () => {
    expect(handedOverOn()).toBeNull();
    expect(handedOverOn(rotated({ nextState: 'KOR', rotatedOn: '2026-05-20' }))).toBe('2026-05-20');
    expect(handedOverOn(rotated({ nextState: 'GHA', rotatedOn: '2026-05-20' }))).toBeNull();
    expect(handedOverOn(rotated({ nextState: null, rotatedOn: '2026-05-20' }))).toBeNull();
  });

  it('is none any more where it is declared anew, and nobody takes over where the next state left', () => {
    const came = rotated({ nextState: 'KOR', rotatedOn: '2026-05-20' });
    expect(handedOverOn(came, partnershipDeclared({ kind: 'HANDOVER', handoverTo: 'GHA' }))).toBeNull();
    expect(after([...handover, partnerLeft()]).state().partnership?.handoverTo).toBeNull();
  });
});

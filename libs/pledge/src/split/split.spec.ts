import { NO_TERMS, type PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { caveatDeclared, caveatLifted } from '../testing/caveats.ts';
import { conditionDeclared } from '../testing/conditions.ts';
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { atLevel1, atLevel2, atLevel3, historyTo } from '../testing/later-life.ts';
import { GAP, RESERVATION, idOf } from '../testing/named-events.ts';
import { tagged } from '../testing/shape-life.ts';
import { derived, recordsCarried, splitUp } from '../testing/split-life.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { childOfSplit } from './derive.ts';
import type { Child } from './split.state.ts';

const { SplitPledge, DerivePledge } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const of = (min: number | null, max: number | null, unit: string | null = 'units') => ({
  min,
  max,
  unit,
  asStated: null,
});
const child = (n: number, changes: object = {}) => ({
  ...SplitPledge.data.children[0]!,
  pledgeId: idOf(70 + n),
  quantity: of(1, 1),
  ...changes,
});
const childrenIn = ([event]: readonly { readonly data: unknown }[]): readonly Child[] =>
  (event?.data as { children: Child[] }).children;
const pledged = (quantity: ReturnType<typeof of> | null): PledgeEvent[] => [
  announced({ quantity }),
  acknowledged(),
  ...documents,
  registered({ quantity }),
];

describe('SplitPledge', () => {
  it('makes a child of whatever is left', () => {
    const children = childrenIn(after(atLevel1).when(SplitPledge).events());
    expect(children.map(({ quantity, isRest }) => [quantity?.min, quantity?.max, isRest])).toEqual([
      [1, 1, false],
      [1, 2, true],
    ]);
  });

  it('leaves no rest where the children take all', () => {
    const taken = { children: [child(1), child(2, { quantity: of(1, 2) })] };
    expect(childrenIn(after(atLevel1).when(SplitPledge, taken).events())).toHaveLength(2);
  });

  it.each([
    ['"up to 600" less "up to 150"', of(0, 600), of(0, 150), of(0, 450)],
    ['"over 450" less 200', of(450, null), of(200, 200), of(250, null)],
    ['a range less its upper part', of(2, 3), of(2, 2), of(0, 1)],
  ])('%s leaves the difference', (_, whole, share, left) => {
    const children = { children: [child(1, { quantity: share })] };
    expect(childrenIn(after(pledged(whole)).when(SplitPledge, children).events())[1]?.quantity).toEqual(left);
  });

  it('counts in the unit of the pledge where a child names none', () => {
    const children = { children: [child(1, { quantity: of(1, 1, null) })] };
    expect(childrenIn(after(atLevel1).when(SplitPledge, children).events())[0]?.quantity?.unit).toBe('units');
  });

  it('of a pledge that never said how many leaves no rest', () => {
    const children = { children: [child(1, { quantity: null }), child(2, { quantity: of(1, 1) })] };
    expect(childrenIn(after(pledged(null)).when(SplitPledge, children).events())).toHaveLength(2);
  });

  it.each([
    ['SPLIT_TOO_LARGE', { children: [child(1), child(2, { quantity: of(3, 3) })] }],
    ['SPLIT_TOO_SMALL', { children: [child(1, { quantity: of(2, 3) })] }],
    ['SPLIT_TOO_SMALL', { children: [] as never[], restId: idOf(1) }],
    ['QUANTITY_MISSING', { children: [child(1, { quantity: null })] }],
    ['QUANTITY_INVALID', { children: [child(1, { quantity: of(0, 0) })] }],
    ['UNIT_DIFFERS', { children: [child(1, { quantity: of(1, 1, 'troops') })] }],
    ['UNKNOWN_CAPABILITY', { children: [child(1, { capabilityCode: 'NONE' })] }],
    ['TRACK_DIFFERS', { children: [child(1, { capabilityCode: 'TRG-CENTRE' })] }],
    ['TEXT_MISSING', { children: [child(1, { description: ' ' })] }],
  ])('is refused as %s', (code, changes) => after(atLevel1).when(SplitPledge, changes).thenRefused(code));

  it('by the Secretariat needs the consent of the state', () => {
    after(atLevel1).when(SplitPledge, {}, by('SFGC')).thenRefused('CONSENT_MISSING');
    after(atLevel1).when(SplitPledge, { consentReference: 'NV/1' }, by('SFGC')).thenTypes('PledgeSplit');
  });

  it('by another state is forbidden', () =>
    after(atLevel1).when(SplitPledge, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));

  it.each(['ANNOUNCED', 'SELECTED', 'DEPLOYED', 'LAPSED'] as const)('when %s is out of order', (status) =>
    after(at(status)).when(SplitPledge).thenRefused('WRONG_ORDER'),
  );

  it('frees what gaps hold, and ends the pledge', () => {
    const [event] = after(at('MATCHED')).when(SplitPledge).events();
    expect(event?.data).toMatchObject({ endedMatches: [{ gapId: GAP, reservationId: RESERVATION }] });
    const pledge = after([...at('MATCHED'), splitUp()]).state();
    expect(pledge).toMatchObject({
      status: 'SPLIT',
      matches: [],
      lineage: { children: [idOf(60), idOf(61)] },
    });
    after([...atLevel1, splitUp()])
      .when(SplitPledge)
      .thenRefused('WRONG_ORDER');
  });

  it('keeps Level 2 for what the AAV named; everything else is at Level 1', () => {
    const levels = (history: readonly PledgeEvent[], coveredByAav: boolean) =>
      childrenIn(
        after(history)
          .when(SplitPledge, { children: [child(1, { coveredByAav })] })
          .events(),
      ).map(({ level }) => level);
    expect(levels(atLevel2, true)).toEqual(['L2', 'L1']);
    expect(levels(atLevel3, true)).toEqual(['L2', 'L1']);
    expect(levels(atLevel2, false)).toEqual(['L1', 'L1']);
    expect(levels(atLevel1, true)).toEqual(['L1', 'L1']);
  });
});

describe('a child', () => {
  const parent = after(atLevel2).state();
  const [named, rest] = childrenIn(after(atLevel2).when(SplitPledge).events());
  const open = (one: Child | undefined) => ({ ...DerivePledge, data: childOfSplit(one!, parent, 'ref')! });

  it('stands alone from its first day, where the parent stood', () => {
    const pledge = after(after([]).when(open(named)).events()).state();
    expect(pledge).toMatchObject({
      status: 'REGISTERED',
      reference: 'ref',
      memberState: 'RWA',
      track: 'CAPABILITY',
      level: 'L2',
      levelValidUntil: parent.levelValidUntil,
      validUntil: '2026-06-01',
      quantity: { min: 1, max: 1 },
      documents: parent.documents,
      lastAav: { validUntil: '2027-07-01' },
      announcement: { conference: '2021-seoul', description: 'The first battalion' },
      lineage: { kind: 'SPLIT', parents: [parent.pledgeId] },
      reachedOn: { ANNOUNCED: '2025-01-10', REGISTERED: '2025-06-01' },
    });
  });

  it('keeps the terms of the announcement, and the tags that hold by now', () => {
    const said = announced({
      terms: { ...NO_TERMS, mission: 'UNMISS' },
      standing: 'RENEWED',
      renews: idOf(9),
      themes: ['a4p-politics'],
    });
    const history = [said, ...atLevel1.slice(1), tagged({ themes: ['a4p-conduct'] })];
    const [first] = childrenIn(after(history).when(SplitPledge).events());
    const data = childOfSplit(first!, after(history).state(), 'ref')!;
    const pledge = after(
      after([])
        .when({ ...DerivePledge, data })
        .events(),
    ).state();
    expect(pledge.announcement).toMatchObject({
      terms: { mission: 'UNMISS' },
      standing: 'RENEWED',
      renews: idOf(9),
    });
    expect(pledge.tags).toEqual({ themes: ['a4p-conduct'], mainTheme: null });
  });

  it('at Level 1 keeps the documents, not the visit', () => {
    const pledge = after(after([]).when(open(rest)).events()).state();
    expect(pledge).toMatchObject({ level: 'L1', lastAav: null, documents: parent.documents });
    expect(pledge.announcement?.description).toContain('Two or three infantry battalions');
  });

  it('keeps the open caveats of the parent, each as narrow as it was', () => {
    const history = [...atLevel2, caveatDeclared({ caveatId: idOf(81) }), caveatDeclared(), caveatLifted()];
    const [first] = childrenIn(after(history).when(SplitPledge).events());
    const data = childOfSplit(first!, after(history).state(), 'ref')!;
    const { caveats } = after(
      after([])
        .when({ ...DerivePledge, data })
        .events(),
    ).state();
    expect(caveats).toMatchObject([{ caveatId: idOf(81), liftedOn: null, visibility: expect.any(String) }]);
  });

  it('depends on what the parent depended on', () => {
    const history = [...atLevel2, conditionDeclared()];
    const [first] = childrenIn(after(history).when(SplitPledge).events());
    const data = childOfSplit(first!, after(history).state(), 'ref')!;
    const { conditions } = after(
      after([])
        .when({ ...DerivePledge, data })
        .events(),
    ).state();
    expect(conditions).toEqual(after(history).state().conditions);
  });

  it('holds the records that come with it, and no visit of its own', () => {
    const bare = after([derived()]).state();
    expect([bare.documents, bare.lastAav]).toEqual([[], null]);
    const { documents, notedVisits } = after([derived(), recordsCarried()]).state();
    expect(documents).toMatchObject([{ kind: 'NOTE_VERBALE' }]);
    expect(notedVisits).toEqual([]);
  });

  it('is opened once, however often it is asked for', () => {
    const opened = after([]).when(open(named)).events();
    after(opened).when(open(named)).thenNothing();
  });

  it('can go on by itself, up to another split', () => {
    const opened = after([]).when(open(rest)).events();
    after(opened)
      .when(SplitPledge, { children: [child(1)] })
      .thenTypes('PledgeSplit');
  });

  it('is opened by the system only', () =>
    after([]).when(open(named), {}, by('DESK')).thenRefused('FORBIDDEN'));
});

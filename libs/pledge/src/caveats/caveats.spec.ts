import { after } from '../testing/a-pledge.ts';
import { caveatDeclared, caveatDiscovered, caveatLifted, caveatTalkNoted } from '../testing/caveats.ts';
import { atLevel2, historyTo, matched } from '../testing/later-life.ts';
import { CAVEAT, GAP, idOf, PLEDGE } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];

describe('DeclareCaveat', () => {
  const { DeclareCaveat } = commands;

  it('puts it on record for all member states', () =>
    after(at('REGISTERED'))
      .when(DeclareCaveat)
      .then({
        type: 'CaveatDeclared',
        data: {
          pledgeId: PLEDGE,
          caveatId: idOf(61),
          text: 'Not north of the river',
          kind: 'GEOGRAPHIC',
          blocking: true,
        },
      }));

  it('may be kept between the state and the Secretariat', () => {
    const [event] = after(at('REGISTERED')).when(DeclareCaveat, { internal: true }).events();
    expect(event?.visibility).toBe('INTERNAL');
  });

  it.each(['ANNOUNCED', 'ACKNOWLEDGED', 'DEPLOYED', 'REPATRIATED'] as const)(
    'is possible while the pledge is %s',
    (status) => after(at(status)).when(DeclareCaveat).thenTypes('CaveatDeclared'),
  );

  it.each(['LAPSED', 'WITHDRAWN', 'FULFILLED'] as const)('is refused while it is %s', (status) =>
    after(at(status)).when(DeclareCaveat).thenRefused('WRONG_ORDER'),
  );

  it('without a text is refused', () =>
    after(at('REGISTERED')).when(DeclareCaveat, { text: ' ' }).thenRefused('TEXT_MISSING'));

  it('under the id of another is refused', () =>
    after([...atLevel2, caveatDeclared()])
      .when(DeclareCaveat, { caveatId: CAVEAT })
      .thenRefused('CAVEAT_ID_REUSED'));

  it('is the state’s alone', () => {
    after(at('REGISTERED')).when(DeclareCaveat, {}, by('SFGC')).thenRefused('FORBIDDEN');
    after(at('REGISTERED')).when(DeclareCaveat, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN');
  });
});

describe('DiscoverCaveat', () => {
  const { DiscoverCaveat } = commands;

  it('marks it as undeclared', () => {
    after(at('DEPLOYED')).when(DiscoverCaveat).thenTypes('CaveatDiscovered');
    expect(after([...at('DEPLOYED'), caveatDiscovered()]).state().caveats).toEqual([
      expect.objectContaining({ caveatId: CAVEAT, undeclared: true, since: '2026-01-02', liftedOn: null }),
    ]);
  });

  it('by an evaluator during the selection', () =>
    after(at('SELECTED')).when(DiscoverCaveat, {}, by('EVAL')).thenTypes('CaveatDiscovered'));

  it.each(['MATCHED', 'REPATRIATED'] as const)('is refused while the pledge is %s', (status) =>
    after(at(status)).when(DiscoverCaveat).thenRefused('WRONG_ORDER'),
  );

  it('by the state about itself is refused', () => {
    after(at('DEPLOYED')).when(DiscoverCaveat, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN');
    const rejected = after(at('DEPLOYED'))
      .when(DiscoverCaveat, {}, by('EVAL', 'RWA'))
      .thenRejected('FORBIDDEN');
    expect(rejected.message).toContain('DeclareCaveat');
  });

  it.each([
    ['DATE_IMPOSSIBLE', '2026-02-30'],
    ['DATE_IN_FUTURE', '2026-01-16'],
  ])('is refused as %s for an incident of %s', (code, incidentOn) => {
    const rejected = after(at('DEPLOYED')).when(DiscoverCaveat, { incidentOn }).thenRejected(code);
    expect(rejected.details).toMatchObject({ field: 'incidentOn' });
  });

  describe('of an incident', () => {
    const NOW = { now: '2026-11-29T12:00:00.000Z' };
    const fielded = [...at('REPATRIATED'), ...at('DEPLOYED').slice(at('MATCHED').length - 1)];

    it.each([
      ['before the unit came', at('DEPLOYED'), '2025-11-19', false],
      ['years before', at('DEPLOYED'), '2019-03-01', false],
      ['on the day that it came', at('DEPLOYED'), '2025-11-20', true],
      ['after it came', at('DEPLOYED'), '2026-11-20', true],
      ['of its first time there, when it is there again', fielded, '2025-12-01', true],
      ['before its first time there', fielded, '2025-11-19', false],
      ['while it is not there yet', at('SELECTED'), '2024-01-10', true],
      ['before it goes', at('READY'), '2024-01-10', true],
    ])('%s', (_, history, incidentOn, isTaken) => {
      const outcome = after(history).when(DiscoverCaveat, { incidentOn }, NOW);
      if (isTaken) outcome.thenTypes('CaveatDiscovered');
      else {
        const rejected = outcome.thenRejected('BEFORE_DEPLOYMENT');
        expect(rejected.details).toEqual({ field: 'incidentOn', deployedOn: '2025-11-20' });
        expect(rejected.message).toContain('2025-11-20');
      }
    });

    it('nothing was asked before November 2026', () =>
      after(at('DEPLOYED')).when(DiscoverCaveat, { incidentOn: '2019-03-01' }).thenTypes('CaveatDiscovered'));
  });

  it('without a source is refused', () =>
    after(at('DEPLOYED')).when(DiscoverCaveat, { source: '' }).thenRefused('TEXT_MISSING'));
});

describe('LiftCaveat', () => {
  const { LiftCaveat } = commands;

  it('closes it', () => {
    after([...atLevel2, caveatDeclared()])
      .when(LiftCaveat)
      .then({
        type: 'CaveatLifted',
        data: {
          pledgeId: PLEDGE,
          caveatId: CAVEAT,
          liftedOn: '2026-01-15',
          confirmationReference: 'FGS-12',
        },
      });
    const { caveats } = after([...atLevel2, caveatDeclared(), caveatLifted()]).state();
    expect(caveats).toMatchObject([{ liftedOn: '2026-01-10' }]);
  });

  it('is no wider known than the caveat was', () => {
    const hidden = { ...caveatDiscovered(), visibility: 'INTERNAL' as const };
    const [event] = after([...at('DEPLOYED'), hidden])
      .when(LiftCaveat)
      .events();
    expect(event?.visibility).toBe('INTERNAL');
  });

  it('of an unknown caveat is refused', () => after(atLevel2).when(LiftCaveat).thenRefused('UNKNOWN_CAVEAT'));

  it('of a closed caveat is refused', () =>
    after([...atLevel2, caveatDeclared(), caveatLifted()])
      .when(LiftCaveat)
      .thenRefused('CAVEAT_CLOSED'));

  it('without a paper is refused', () =>
    after([...atLevel2, caveatDeclared()])
      .when(LiftCaveat, { confirmationReference: ' ' })
      .thenRefused('TEXT_MISSING'));
});

describe('NoteCaveatTalk', () => {
  const { NoteCaveatTalk } = commands;

  it('is kept in the history alone', () => {
    const history = [...atLevel2, caveatDeclared()];
    after(history).when(NoteCaveatTalk).thenTypes('CaveatTalkNoted');
    const { lastActivityOn: _, ...before } = after(history).state();
    expect(after([...history, caveatTalkNoted()]).state()).toMatchObject(before);
  });

  it('about nothing known is refused', () =>
    after(atLevel2).when(NoteCaveatTalk).thenRefused('UNKNOWN_CAVEAT'));

  it('is nothing for the state', () =>
    after([...atLevel2, caveatDeclared()])
      .when(NoteCaveatTalk, {}, by('MS', 'RWA'))
      .thenRefused('FORBIDDEN'));
});

describe('caveats and the selection', () => {
  const { MatchPledge, SelectUnit, DowngradeLevel } = commands;
  const withCaveat = (changes: Parameters<typeof caveatDeclared>[0] = {}) => [
    ...atLevel2,
    caveatDeclared(changes),
  ];

  it('a match names those that are open', () => {
    const [event] = after(withCaveat()).when(MatchPledge).events();
    expect(event?.data).toMatchObject({ openCaveats: [CAVEAT] });
    const [later] = after([...withCaveat(), caveatLifted()])
      .when(MatchPledge)
      .events();
    expect(later?.data).toMatchObject({ openCaveats: [] });
  });

  it('a blocking one stands in the way', () => {
    const rejected = after([...withCaveat(), matched()])
      .when(SelectUnit)
      .thenRejected('CAVEAT_OPEN');
    expect(rejected.details).toEqual({ field: 'acceptedCaveats', caveats: [CAVEAT] });
  });

  it('unless the decision accepts it in writing', () => {
    const [event] = after([...withCaveat(), matched()])
      .when(SelectUnit, { acceptedCaveats: [CAVEAT] })
      .events();
    expect(event).toMatchObject({ type: 'UnitSelected', data: { gapId: GAP, acceptedCaveats: [CAVEAT] } });
  });

  it('or the state lifts it', () =>
    after([...withCaveat(), matched(), caveatLifted()])
      .when(SelectUnit)
      .thenTypes('UnitSelected'));

  it('one that is not blocking does not', () =>
    after([...withCaveat({ blocking: false }), matched()])
      .when(SelectUnit)
      .thenTypes('UnitSelected'));

  it('nobody accepts what is not open', () =>
    after([...withCaveat(), matched()])
      .when(SelectUnit, { acceptedCaveats: [CAVEAT, idOf(69)] })
      .thenRefused('UNKNOWN_CAVEAT'));

  it('one that breaks the requirements costs the level', () => {
    const [event] = after([...at('SELECTED'), caveatDiscovered()])
      .when(DowngradeLevel, { reason: 'CAVEAT_BREAKS_SUR' })
      .events();
    expect(event?.data).toMatchObject({ from: 'L2', level: 'L1', reason: 'CAVEAT_BREAKS_SUR' });
  });
});

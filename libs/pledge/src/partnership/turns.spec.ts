import { after } from '../testing/a-pledge.ts';
import { historyTo, rotated } from '../testing/later-life.ts';
import { inRotation, partnerJoined, partnershipDeclared, turnsAgreed } from '../testing/partnership.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { holesIn } from './turns.ts';

const { AgreeTurns, RotateUnit } = commands;
const registered = historyTo.REGISTERED ?? [];
const together = [...registered, partnershipDeclared(), partnerJoined()];
const deployed = [...(historyTo.DEPLOYED ?? []), ...inRotation];
const turn = (state: string, from: string, to: string) => ({ state, from, to });

describe('AgreeTurns', () => {
  it.each([by('MS', 'RWA'), by('DESK'), by('FGS')])('by %j puts the list on record', (caller) => {
    const [event] = after(together).when(AgreeTurns, {}, caller).events();
    expect(event).toMatchObject({
      type: 'TurnsAgreed',
      data: { agreedOn: '2026-01-15' },
      ruleSet: 'pcrs-2019.01',
    });
  });

  it('by a partner that does not lead is refused', () =>
    after(together).when(AgreeTurns, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));

  it('of what is no rotation is refused', () => {
    after(registered).when(AgreeTurns).thenRefused('NO_ROTATION');
    const joint = [...registered, partnershipDeclared({ kind: 'JOINT_DEPLOYMENT' })];
    after(joint).when(AgreeTurns).thenRefused('NO_ROTATION');
  });

  it('a partnership that is no rotation any more has no turns', () => {
    const changed = [...deployed, partnershipDeclared({ kind: 'JOINT_DEPLOYMENT' })];
    expect(after(changed).state().partnership?.turns).toBeNull();
  });

  it('two states overlap for 30 days at most', () => {
    const first = turn('RWA', '2026-02-01', '2026-07-31');
    after(together)
      .when(AgreeTurns, { turns: [first, turn('KOR', '2026-07-02', '2026-12-31')] })
      .thenTypes('TurnsAgreed');
    const rejected = after(together)
      .when(AgreeTurns, { turns: [first, turn('KOR', '2026-07-01', '2026-12-31')] })
      .thenRejected('TURNS_OVERLAP');
    expect(rejected.details).toEqual({ field: 'turns', allowed: 30 });
  });

  it.each([
    ['TURNS_MISSING', []],
    ['PERIOD_INVALID', [turn('RWA', '2026-02-01', '2026-02-01')]],
    ['DATE_IMPOSSIBLE', [turn('RWA', '2026-02-30', '2026-12-01')]],
    ['UNKNOWN_PARTNER', [turn('GHA', '2026-02-01', '2026-12-01')]],
    [
      'TURNS_OUT_OF_ORDER',
      [turn('RWA', '2026-08-01', '2026-12-01'), turn('KOR', '2026-02-01', '2026-07-31')],
    ],
  ])('is refused as %s', (code, turns) => after(together).when(AgreeTurns, { turns }).thenRefused(code));

  it('agreed anew, the list goes on from the turn that has begun', () => {
    const revised = turnsAgreed({ agreedOn: '2026-06-15' });
    expect(after([...deployed, revised]).state().partnership?.turns?.inPlace).toBe(1);
  });
});

describe('RotateUnit in a rotation of states', () => {
  it('brings the next in the list', () => {
    after(deployed).when(RotateUnit, { nextState: 'KOR' }).thenTypes('UnitRotated');
    const { partnership } = after([...deployed, rotated({ nextState: 'KOR' })]).state();
    expect(partnership?.turns?.inPlace).toBe(1);
  });

  it('another one comes with a reason only', () => {
    const rejected = after(deployed).when(RotateUnit, { nextState: 'GHA' }).thenRejected('NOT_NEXT_IN_TURN');
    expect(rejected.details).toEqual({ field: 'outOfTurnReason', allowed: 'KOR' });
    after(deployed)
      .when(RotateUnit, { nextState: 'GHA', outOfTurnReason: 'An election' })
      .thenTypes('UnitRotated');
    const { partnership } = after([...deployed, rotated({ nextState: 'GHA' })]).state();
    expect(partnership?.turns?.inPlace).toBe(0);
  });

  it('after the last turn every state needs a reason', () =>
    after([...deployed, rotated({ nextState: 'KOR' })])
      .when(RotateUnit, { nextState: 'RWA' })
      .thenRefused('NOT_NEXT_IN_TURN'));

  it('personnel of the state in place are no turn', () => {
    after(deployed).when(RotateUnit).thenTypes('UnitRotated');
    after(deployed).when(RotateUnit, { nextState: 'RWA' }).thenTypes('UnitRotated');
  });
});

describe('holes in a rotation', () => {
  const holes = (turns: ReturnType<typeof turn>[], ...later: ReturnType<typeof rotated>[]) =>
    holesIn(after([...deployed, turnsAgreed({ turns }), ...later]).state());

  it('are between two turns', () =>
    expect(holes([turn('RWA', '2025-11-01', '2026-05-31'), turn('KOR', '2026-07-01', '2027-06-30')])).toEqual(
      [{ from: '2026-06-01', to: '2026-06-30' }],
    ));

  it('are after the last turn while something is promised', () => {
    const mouEnds = after(deployed).state().mou?.to;
    expect(holes([turn('RWA', '2025-11-01', '2026-05-31')])).toEqual([{ from: '2026-06-01', to: mouEnds }]);
  });

  it('behind the turn in place are over', () =>
    expect(
      holes(
        [turn('RWA', '2025-11-01', '2025-12-31'), turn('KOR', '2026-02-01', '2027-06-30')],
        rotated({ nextState: 'KOR' }),
      ),
    ).toEqual([]));

  it('are not where no list was agreed', () => expect(holesIn(after(together).state())).toEqual([]));
});

it('Mali 2016 to 2018: five states in turn, and one of them keeps the camp', () => {
  const five = ['NOR', 'PRT', 'DNK', 'SWE', 'BEL'];
  const partners = five.map((state) => partnerJoined({ state, share: null }));
  const camp = partnerJoined({ state: 'NOR', role: 'LOGISTICS', share: null });
  const history = [...registered, partnershipDeclared({ lead: 'NOR' }), ...partners, camp];
  const turns = five.map((state, n) => turn(state, `${2026 + n}-02-01`, `${2027 + n}-01-31`));
  after(history).when(AgreeTurns, { turns }, by('MS', 'NOR')).thenTypes('TurnsAgreed');
  expect(
    after(history)
      .state()
      .partnership?.partners.filter(({ state }) => state === 'NOR'),
  ).toMatchObject([{ role: 'UNIT' }, { role: 'LOGISTICS' }]);
});

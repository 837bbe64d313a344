import { after } from '../testing/a-pledge.ts';
import { conditionDeclared, conditionFailed, conditionMet } from '../testing/conditions.ts';
import { announced } from '../testing/early-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { CONDITION, PLEDGE } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { DeclareCondition, MeetCondition, FailCondition, WithdrawPledge } = commands;
const conditional = [announced(), conditionDeclared()];

describe('DeclareCondition', () => {
  it.each(['ANNOUNCED', 'REGISTERED', 'SELECTED', 'DEPLOYED'] as const)('is possible while %s', (status) =>
    after(historyTo[status] ?? [])
      .when(DeclareCondition)
      .thenTypes('ConditionDeclared'),
  );

  it.each(['LAPSED', 'WITHDRAWN', 'FULFILLED'] as const)('is refused while %s', (status) =>
    after(historyTo[status] ?? [])
      .when(DeclareCondition)
      .thenRefused('WRONG_ORDER'),
  );

  it('needs no date where no source gives one', () => {
    const undated = { ...conditionDeclared(), occurredOn: null };
    after([announced()]).when(DeclareCondition, {}, { occurredOn: null }).thenTypes('ConditionDeclared');
    expect(after([announced(), undated]).state().conditions).toMatchObject([{ declaredOn: null }]);
  });

  it('without a text is refused', () =>
    after([announced()]).when(DeclareCondition, { text: ' ' }).thenRefused('TEXT_MISSING'));

  it('under the id of another is refused', () =>
    after(conditional).when(DeclareCondition, { conditionId: CONDITION }).thenRefused('CONDITION_ID_REUSED'));

  it('is the state’s alone', () => {
    after([announced()]).when(DeclareCondition, {}, by('DESK')).thenRefused('FORBIDDEN');
    after([announced()]).when(DeclareCondition, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN');
  });
});

describe.each([
  [MeetCondition, 'ConditionMet', 'MET'],
  [FailCondition, 'ConditionFailed', 'FAILED'],
] as const)('$type', (settle, type, outcome) => {
  it('settles it', () => {
    const data = { pledgeId: PLEDGE, conditionId: CONDITION, settledOn: '2026-01-15' };
    after(conditional)
      .when(settle)
      .then({ type, data: { ...data, evidence: 'Decision of parliament 12/2026' } });
    const settled = type === 'ConditionMet' ? conditionMet() : conditionFailed();
    expect(after([...conditional, settled]).state()).toMatchObject({
      status: 'ANNOUNCED',
      conditions: [{ outcome, settledOn: '2025-12-20', evidence: 'Letter of appointment' }],
    });
  });

  it.each([conditionMet, conditionFailed])('of a condition that is settled is refused', (settled) => {
    const rejected = after([...conditional, settled()])
      .when(settle)
      .thenRejected('CONDITION_SETTLED');
    expect(rejected.details).toMatchObject({ field: 'conditionId', settledOn: '2025-12-20' });
  });

  it('of an unknown condition is refused', () =>
    after([announced()]).when(settle).thenRefused('UNKNOWN_CONDITION'));

  it('without evidence is refused', () =>
    after(conditional).when(settle, { evidence: '' }).thenRefused('TEXT_MISSING'));

  it('before it was named is refused', () =>
    after(conditional).when(settle, {}, { occurredOn: '2025-01-11' }).thenRefused('BEFORE_CONDITION'));

  it('is not for the state itself', () =>
    after(conditional).when(settle, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN'));
});

it('Spain 2015: an offer that depends on a command fails, and the state withdraws it with its reason', () =>
  after([...conditional, conditionFailed()])
    .when(WithdrawPledge, { reason: 'The command went to another state' })
    .thenTypes('PledgeWithdrawn'));

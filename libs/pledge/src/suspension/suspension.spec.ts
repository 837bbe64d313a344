import { allowedNow } from '../pledge.ts';
import { after } from '../testing/a-pledge.ts';
import { registered, renewed } from '../testing/early-life.ts';
import { deployed, historyTo } from '../testing/later-life.ts';
import { resumed, suspended } from '../testing/shape-life.ts';
import { by, state } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { suspendedNow } from './suspension.state.ts';

const { SuspendPledge, ResumePledge } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const on = (occurredOn: string) => ({ occurredOn });

it.each(['DEPLOYED', 'IN_PROGRESS'] as const)(
  '%s may rest and go on, with its status unchanged',
  (status) => {
    const pledge = after([...at(status), suspended()]).state();
    expect([pledge.status, suspendedNow(pledge)?.from]).toEqual([status, '2026-01-06']);
    after([...at(status), suspended()])
      .when(ResumePledge)
      .thenTypes('PledgeResumed');
    expect(suspendedNow(after([...at(status), suspended(), resumed()]).state())).toBeUndefined();
  },
);

it('rests on the business date, for a reason', () => {
  const [event] = after(at('DEPLOYED'))
    .when(SuspendPledge, {}, { ...state, ...on('2026-01-02') })
    .events();
  expect(event?.data).toMatchObject({ reason: 'The airport is closed', from: '2026-01-02' });
  after(at('DEPLOYED')).when(SuspendPledge, { reason: ' ' }).thenRefused('TEXT_MISSING');
});

it('alternates strictly', () => {
  after(at('DEPLOYED')).when(ResumePledge).thenRefused('NOT_SUSPENDED');
  after([...at('DEPLOYED'), suspended()])
    .when(SuspendPledge)
    .thenRefused('ALREADY_SUSPENDED');
  after([...at('DEPLOYED'), suspended(), resumed()])
    .when(ResumePledge)
    .thenRefused('NOT_SUSPENDED');
  const again = after([...at('DEPLOYED'), suspended(), resumed(), suspended({ from: '2026-01-12' })]).state();
  expect(again.suspensions?.map(({ resumedOn }) => resumedOn)).toEqual(['2026-01-10', null]);
});

it('never rests before it began, nor goes on before it rested', () => {
  after(at('DEPLOYED')).when(SuspendPledge, {}, on('2025-11-19')).thenRefused('TOO_EARLY');
  after([...at('DEPLOYED'), suspended()])
    .when(ResumePledge, {}, on('2026-01-05'))
    .thenRefused('TOO_EARLY');
  after([...at('DEPLOYED'), suspended(), resumed()])
    .when(SuspendPledge, {}, on('2026-01-09'))
    .thenRefused('TOO_EARLY');
});

it('is offered by turns', () => {
  const allowed = (history: Parameters<typeof after>[0]) =>
    allowedNow(after(history).state(), { role: 'MISSION', state: null }, '2026-01-15');
  expect(allowed(at('DEPLOYED'))).toContain('SuspendPledge');
  expect(allowed(at('DEPLOYED'))).not.toContain('ResumePledge');
  expect(allowed([...at('DEPLOYED'), suspended()])).toContain('ResumePledge');
});

it('a new deployment does not start suspended', () => {
  const again = [...at('DEPLOYED'), suspended(), ...at('REPATRIATED').slice(-1), renewed()];
  const pledge = after([...again, deployed({ deployedOn: '2026-01-14' })]).state();
  expect(suspendedNow(pledge)).toBeUndefined();
});

it('by the desk is forbidden, before deployment out of order', () => {
  after(at('DEPLOYED')).when(SuspendPledge, {}, by('DESK')).thenRefused('FORBIDDEN');
  after([...at('ACKNOWLEDGED'), registered()])
    .when(SuspendPledge)
    .thenRefused('WRONG_ORDER');
});

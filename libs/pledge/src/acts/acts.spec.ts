/**
 * Acts for others: who records, for whom, by which paper, and which need a second officer. Accountability page, section 8.
 * Long because the attempts to get round it stand beside the rule.
 */
import type { CommandMeta, NewEvent } from '@pledgeline/event-sourcing';
import { after } from '../testing/a-pledge.ts';
import { ACT, actProposed, actRecorded, actRejected } from '../testing/acts.ts';
import { caveatDeclared } from '../testing/caveats.ts';
import { commands } from '../testing/commands.ts';
import { announced } from '../testing/early-life.ts';
import { by, type ExampleCommand } from '../testing/example-command.ts';
import { planned, registeredToCarryOut, withEvidence } from '../testing/implementation-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf } from '../testing/named-events.ts';
import { inRotation, partnerInvited, partnerJoined } from '../testing/partnership.ts';
import { partnershipDeclared, partnershipRequested } from '../testing/partnership.ts';

const { WithdrawPledge, DeclareCaveat, AmendPledge, AnnouncePledge, ApproveAct, RejectAct } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const DATE = '2026-01-12';
const paper = { reference: 'Note verbale 88/2026', date: DATE };
const told = (state: string | null, more: Partial<CommandMeta> = {}): Partial<CommandMeta> => ({
  ...by('DESK', state),
  occurredOn: DATE,
  recorded: { body: null, paper },
  ...more,
});
const ofBody = (body: string, more: Partial<CommandMeta> = {}) =>
  told(null, { recorded: { body, paper }, ...more });

describe('who records', () => {
  it.each<[string, string, readonly NewEvent[], string]>([
    [
      'a military unit',
      'DESK SFGC FGS',
      at('REGISTERED'),
      'PD MS PARTNER IMPL ADMIN EVAL MISSION DOS AUDITOR',
    ],
    ['a military unit in the mission', 'DESK SFGC FGS', at('DEPLOYED'), 'PD ADMIN MISSION'],
    ['one that is not registered', 'DESK SFGC FGS', [announced()], 'PD DOS'],
    ['a police unit', 'DESK SFGC PD', [announced({ capabilityCode: 'FPU' })], 'FGS ADMIN EVAL'],
    ['a centre', 'DESK', [announced(), registeredToCarryOut()], 'SFGC FGS PD ADMIN'],
  ])('%s: %s', (_, mayRecord, history, mayNot) => {
    const act = (role: string) =>
      after(history).when(commands.DeclareCondition, {}, { ...told('RWA'), role });
    for (const role of mayRecord.split(' ')) act(role).thenTypes('ConditionDeclared', 'ActRecorded');
    for (const role of mayNot.split(' ')) act(role).thenRefused('FORBIDDEN');
  });

  it('an announcement goes by the track that it leads to', () => {
    const announce = (role: string, data: object = {}) =>
      after([]).when(AnnouncePledge, data, { ...told('RWA'), role });
    const money = { category: 'FINANCE', capabilityCode: null, quantity: null };
    for (const role of ['DESK', 'SFGC', 'FGS']) announce(role).thenTypes('PledgeAnnounced', 'ActRecorded');
    for (const role of ['PD', 'EVAL', 'ADMIN']) announce(role).thenRefused('FORBIDDEN');
    announce('DESK', money).thenTypes('PledgeAnnounced', 'ActRecorded');
    announce('SFGC', money).thenRefused('FORBIDDEN');
  });

  it('an officer who names nobody is told how', () => {
    const { message } = after(at('REGISTERED'))
      .when(WithdrawPledge, {}, by('DESK'))
      .thenRejected('FORBIDDEN');
    expect(message).toMatch(/record it for others: name them in onBehalfOf/);
  });

  it('of what is not there nothing is recorded', () =>
    after([]).when(WithdrawPledge, {}, told('RWA')).thenRefused('PLEDGE_NOT_FOUND'));
});

describe('for whom', () => {
  const joint = [...at('REGISTERED'), partnershipDeclared(), partnerJoined()];

  it.each<[string, readonly NewEvent[], ExampleCommand, Partial<CommandMeta>]>([
    ['a state that has no part', at('REGISTERED'), WithdrawPledge, told('NPL')],
    ["a partner, of what is the state's", joint, WithdrawPledge, told('KOR')],
    ['a state that joins for another', joint, commands.JoinPartnership, told('NPL')],
    [
      'a state, of what a body does',
      [announced(), registeredToCarryOut()],
      commands.DeliverCourse,
      told('RWA'),
    ],
    ['a body, of what a state does', at('REGISTERED'), WithdrawPledge, ofBody('UNITAR')],
    ['a body without a part', [...at('PLANNED')], commands.DeliverCourse, ofBody('ACME')],
    ['nobody', at('REGISTERED'), WithdrawPledge, told(null)],
  ])('never for %s', (_, history, command, meta) =>
    after(history).when(command, {}, meta).thenRefused('FORBIDDEN'),
  );

  it.each(['Rwanda', 'RWA', 'rwanda', 'Türkiye', 'Turkey'])('a state is no body: %s', (body) =>
    after(at('PLANNED')).when(commands.DeliverCourse, {}, ofBody(body)).thenRefused('BODY_IS_STATE'),
  );

  it('a body is the one that carries it out, by whatever spelling', () => {
    const history = [announced(), registeredToCarryOut(), planned({ implementingBody: 'UNITAR' })];
    for (const body of ['UNITAR', 'unitar', ' Unitar '])
      after(history)
        .when(commands.StartImplementation, {}, ofBody(body))
        .thenTypes('ImplementationStarted', 'ActRecorded');
    after(history).when(commands.StartImplementation, {}, ofBody('UNITAR 2')).thenRefused('FORBIDDEN');
  });

  it('a body joins as a partner, and leaves as one', () => {
    const body = { state: null, body: 'African Union' };
    const history = [...at('REGISTERED'), partnershipDeclared()];
    after(history).when(commands.JoinPartnership, body, ofBody('African Union')).thenTypes('ActProposed');
    after(history).when(commands.JoinPartnership, body, ofBody('Another')).thenRefused('FORBIDDEN');
    after([...history, partnerJoined(body)])
      .when(commands.LeavePartnership, body, ofBody('african union'))
      .thenTypes('ActProposed');
  });

  it('a partner state acts for its part', () => {
    after(joint).when(commands.LeavePartnership, {}, told('KOR')).thenTypes('ActProposed');
    const evidence = [...withEvidence, partnershipDeclared(), partnerJoined()];
    const [event] = after(evidence)
      .when(commands.SubmitEvidence, { evidenceId: idOf(72) }, told('KOR'))
      .events();
    expect(event?.recordedFor).toEqual({ role: 'PARTNER', state: 'KOR' });
  });
});

describe('the paper', () => {
  it.each<[string, Partial<typeof paper>, string]>([
    ['without a reference', { reference: ' ' }, 'TEXT_MISSING'],
    ['of no day', { date: '2026-02-30' }, 'DATE_IMPOSSIBLE'],
    ['of the future', { date: '2026-01-17' }, 'DATE_IN_FUTURE'],
    ['before the first operation', { date: '1948-05-28' }, 'DATE_TOO_EARLY'],
  ])('%s is refused', (_, change, code) => {
    const changed = { ...paper, ...change };
    after(at('REGISTERED'))
      .when(
        DeclareCaveat,
        {},
        told('RWA', { occurredOn: changed.date, recorded: { body: null, paper: changed } }),
      )
      .thenRefused(code);
  });

  it('gives its day to the act, and another is refused', () => {
    for (const occurredOn of ['2026-01-11', '2026-01-13'])
      after(at('REGISTERED'))
        .when(DeclareCaveat, {}, told('RWA', { occurredOn }))
        .thenRefused('PAPER_DATE_DIFFERS');
    const announce = (occurredOn: string | null) =>
      after([]).when(AnnouncePledge, {}, told('RWA', { occurredOn }));
    announce('2025-12-07').thenTypes('PledgeAnnounced', 'ActRecorded');
    announce('2026-01-13').thenRefused('PAPER_DATE_DIFFERS');
  });

  it("is the day of the word, which is the state's, however late it was recorded", () => {
    const [event, note] = after(at('REGISTERED')).when(DeclareCaveat, {}, told('RWA')).events();
    const state = after([
      ...at('REGISTERED'),
      { occurredOn: DATE, ...event! },
      { occurredOn: DATE, ...note! },
    ]).state();
    expect(state.lastWord).toEqual({ on: DATE, by: 'STATE' });
    const alone = after([
      ...at('REGISTERED'),
      { ...event!, recordedFor: undefined as never, occurredOn: DATE },
    ]);
    expect(alone.state().lastWord?.on).not.toBe(DATE);
  });
});

describe('the second officer', () => {
  const units = (max: number) => ({ min: 2, max, unit: 'units', asStated: null });
  const now = { min: 2, max: 3, unit: 'units', asStated: '2-3' };
  const amend = (changes: readonly object[]) =>
    after(at('REGISTERED')).when(AmendPledge, { changes } as never, told('RWA'));
  const change = (field: string, old: unknown, value: unknown) => amend([{ field, old, new: value }]);

  it('is needed for what is lowered, at either end, by whatever field', () => {
    change('quantity', now, { ...units(3), min: 1 }).thenTypes('ActProposed');
    change('quantity', now, units(2)).thenTypes('ActProposed');
    change('quantity', now, null).thenTypes('ActProposed');
    change('quantity', now, { min: 5, max: 5, unit: 'troops', asStated: null }).thenTypes('ActProposed');
    change('deployWithinDays', 60, 61).thenTypes('ActProposed');
    change('deployWithinDays', 60, null).thenTypes('ActProposed');
  });

  it('is not needed for what is raised, or said in other words', () => {
    change('quantity', now, units(4)).thenTypes('PledgeAmended', 'ActRecorded');
    change('timeframe', 'within a year', 'in 2026').thenTypes('PledgeAmended', 'ActRecorded');
    change('deployWithinDays', 60, 59).thenTypes('PledgeAmended', 'ActRecorded');
  });

  it('is needed where one of several fields is lowered', () =>
    amend([
      { field: 'timeframe', old: 'within a year', new: 'in 2026' },
      { field: 'quantity', old: now, new: units(2) },
    ]).thenTypes('ActProposed'));

  it('is needed where a consent is referred to', () =>
    after(at('REGISTERED'))
      .when(AmendPledge, { consentReference: 'FGS/2026/4' }, told('RWA'))
      .thenTypes('ActProposed'));

  it.each<[ExampleCommand, readonly NewEvent[]]>([
    [WithdrawPledge, at('REGISTERED')],
    [commands.DeclineSelection, at('SELECTED')],
    [commands.LiftCaveat, [...at('REGISTERED'), caveatDeclared()]],
    [commands.ConsentToMerge, at('REGISTERED')],
    [commands.SplitPledge, at('REGISTERED')],
    [commands.NameLead, [...at('REGISTERED'), ...inRotation]],
    [commands.LeavePartnership, [...at('REGISTERED'), ...inRotation]],
    [commands.InvitePartner, [...at('REGISTERED'), partnershipDeclared()]],
    [commands.AcceptInvitation, [...at('REGISTERED'), partnershipDeclared(), partnerInvited()]],
    [commands.ConfirmPartner, [...at('REGISTERED'), partnershipDeclared(), partnershipRequested()]],
    [commands.PartFromPartner, [...at('REGISTERED'), ...inRotation]],
    [commands.JoinPartnership, [...at('REGISTERED'), partnershipDeclared()]],
  ])('is needed for $type', (command, history) => {
    const state = command.meta.onBehalfOf ?? null;
    const [event] = after(history).when(command, {}, told(state)).events();
    expect(event).toMatchObject({ type: 'ActProposed', data: { command: command.type, state } });
  });

  it('changes nothing until he approves', () => {
    const before = after(at('REGISTERED')).state();
    const { acts, ...rest } = after([...at('REGISTERED'), actProposed()]).state();
    const { acts: _, ...own } = before;
    expect(rest).toEqual(own);
    expect(acts).toMatchObject([{ actId: ACT, standing: 'PROPOSED', officers: ['tester'] }]);
  });

  it('is another person, whatever the role, and may record for the pledge', () => {
    const proposed = [...at('REGISTERED'), actProposed()];
    for (const role of ['DESK', 'SFGC', 'FGS'])
      after(proposed).when(ApproveAct, {}, { role, actor: 'tester' }).thenRefused('SAME_PERSON');
    for (const role of ['PD', 'MS', 'ADMIN', 'EVAL'])
      after(proposed)
        .when(ApproveAct, {}, { ...by(role, 'RWA'), actor: 'second' })
        .thenRefused('FORBIDDEN');
    const events = after(proposed).when(ApproveAct).events();
    expect(events.map(({ type }) => type)).toEqual(['PledgeWithdrawn', 'ActRecorded']);
    expect(events.map(({ occurredOn, recordedFor }) => [occurredOn, recordedFor])).toEqual([
      [DATE, { role: 'MS', state: 'RWA' }],
      [DATE, { role: 'MS', state: 'RWA' }],
    ]);
  });

  it('finds it refused by then, and may not approve it twice', () => {
    const proposed = [...at('REGISTERED'), actProposed()];
    after([...proposed, ...at('WITHDRAWN').slice(-1)])
      .when(ApproveAct)
      .thenRefused('ALREADY_WITHDRAWN');
    after([...at('WITHDRAWN'), actProposed(), actRecorded()])
      .when(ApproveAct)
      .thenRefused('ACT_CLOSED');
    after([...proposed, actRejected()])
      .when(ApproveAct)
      .thenRefused('ACT_CLOSED');
    after(at('REGISTERED')).when(ApproveAct).thenRefused('UNKNOWN_ACT');
  });

  it('turns it down with a reason, as may the one who recorded it', () => {
    const proposed = [...at('REGISTERED'), actProposed()];
    after(proposed).when(RejectAct, { reason: ' ' }).thenRefused('TEXT_MISSING');
    after(proposed).when(RejectAct, {}, { actor: 'tester' }).thenTypes('ActRejected');
    expect(after([...proposed, actRejected()]).state().acts).toMatchObject([
      { standing: 'REJECTED', proposed: null },
    ]);
  });

  it('approves what a state proposed nothing of: an approval is recorded for nobody', () =>
    after([...at('REGISTERED'), actProposed()])
      .when(ApproveAct, {}, { ...told('RWA'), actor: 'second' })
      .thenRefused('FORBIDDEN'));
});

it('of an act are kept, who recorded it and who approved it', () => {
  const { acts } = after([...at('REGISTERED'), actProposed(), actRecorded()]).state();
  expect(acts).toMatchObject([{ officers: ['tester', 'tester'], standing: 'RECORDED' }]);
});

/** Accountability page, section 10: consent of the host and closure are enforced, by the register, on the day of the act. */
import { LIQUIDATION, type DataOf } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { commands } from '../testing/commands.ts';
import { historyTo } from '../testing/later-life.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];

type OnRecord = DataOf<'UnitSelected'>['onRecord'];
const OPEN: OnRecord = { hostConsent: 'GIVEN', closesOn: null };
const ACTS = [
  ['select', 'MATCHED', commands.SelectUnit, 'UnitSelected'],
  ['sign', 'SELECTED', commands.SignMou, 'MouSigned'],
  ['deploy', 'READY', commands.DeployUnit, 'UnitDeployed'],
] as const;

/** After the rule set of the page is in force. */
const on = (occurredOn: string) => ({ occurredOn, now: '2026-11-28T09:00:00.000Z' });
const DAY = '2026-01-15';

describe.each(ACTS)('to %s', (_, status, command, event) => {
  const tried = (onRecord: OnRecord, more: object = {}, day = DAY) =>
    after(at(status)).when(command, { onRecord, ...more }, on(day));

  it.each<[string, OnRecord, string | null]>([
    ['open, with the consent of its host', OPEN, null],
    ['not known to the register', null, null],
    ['to close tomorrow', { ...OPEN, closesOn: '2026-01-16' }, null],
    ['to close on the day', { ...OPEN, closesOn: DAY }, null],
    ['closed the day before', { ...OPEN, closesOn: '2026-01-14' }, 'MISSION_CLOSED'],
    ['closed years ago', { ...OPEN, closesOn: '2020-12-31' }, 'MISSION_CLOSED'],
    ['without consent', { hostConsent: 'WITHDRAWN', closesOn: null }, 'HOST_CONSENT_MISSING'],
    [
      'without consent, and to close',
      { hostConsent: 'WITHDRAWN', closesOn: '2026-12-31' },
      'HOST_CONSENT_MISSING',
    ],
    ['closed and without consent', { hostConsent: 'WITHDRAWN', closesOn: '2020-12-31' }, 'MISSION_CLOSED'],
  ])('for a mission that is %s', (_name, onRecord, refusal) => {
    if (refusal === null) tried(onRecord).thenTypes(event);
    else {
      tried(onRecord).thenRejected(refusal);
      tried(onRecord, { exception: LIQUIDATION, approver: 'USG' }).thenTypes(event);
      tried(onRecord, { exception: LIQUIDATION, approver: ' ' }).thenRejected('APPROVER_MISSING');
    }
  });

  it('records what the register said', () => {
    const [recorded] = tried({ ...OPEN, closesOn: '2027-06-30' }).events();
    expect(recorded?.data).toMatchObject({ onRecord: { hostConsent: 'GIVEN', closesOn: '2027-06-30' } });
  });

  it('stands as it was decided under the rules of 2019', () => {
    const closed: OnRecord = { hostConsent: 'WITHDRAWN', closesOn: '2020-12-31' };
    after(at(status))
      .when(
        command,
        { onRecord: closed },
        {
          occurredOn: DAY,
          now: '2026-10-31T09:00:00.000Z',
        },
      )
      .thenTypes(event);
  });
});

it('what the officer says of the consent does not override the register', () => {
  for (const hostConsent of ['GIVEN', 'PENDING', 'NOT_REQUIRED'] as const)
    after(at('MATCHED'))
      .when(
        commands.SelectUnit,
        { hostConsent, onRecord: { hostConsent: 'WITHDRAWN', closesOn: null } },
        on(DAY),
      )
      .thenRejected('HOST_CONSENT_MISSING');
});

it('liquidation is no way around the pre-deployment visit', () => {
  after(at('MOU_SIGNED'))
    .when(commands.DeployUnit, { exception: LIQUIDATION, approver: 'USG', onRecord: OPEN }, on(DAY))
    .thenRejected('WRONG_ORDER');
  after(at('MOU_SIGNED'))
    .when(commands.DeployUnit, { exception: 'REHATTING', approver: 'USG', onRecord: OPEN }, on(DAY))
    .thenTypes('UnitDeployed');
});

it('rotation and repatriation ask no register', () => {
  after(at('DEPLOYED')).when(commands.RotateUnit, {}, on('2026-01-16')).thenTypes('UnitRotated');
  after(at('DEPLOYED')).when(commands.RepatriateUnit, {}, on('2026-01-16')).thenTypes('UnitRepatriated');
});

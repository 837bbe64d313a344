/** Long because the checks are held in the order in which a command meets them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLES } from '@pledgeline/contracts';
import { commandTypes } from './chapters.ts';
import { allowedNow } from './pledge.ts';
import { initialPledge, type Pledge, type PledgeCommandType } from './state.ts';
import { after } from './testing/a-pledge.ts';
import { commands } from './testing/commands.ts';
import { announced, asked, level2 } from './testing/early-life.ts';
import { by } from './testing/example-command.ts';
import { atLevel1, atLevel2, atRapid, historyTo, matched } from './testing/later-life.ts';
import { TODAY } from './testing/named-events.ts';
import { commandFor, outcomeOf, pledgeIn, transitionsPage } from './testing/transitions-page.ts';

/** What makes a pledge, and so needs none. */
const BEGINNINGS = ['AnnouncePledge', 'DerivePledge'];
/** In a partnership each state acts for itself. Lifecycle page, section 5. */
const FOR_ITSELF = ['JoinPartnership', 'LeavePartnership', 'AcceptInvitation', 'DeclinePartner'];
const sender = (type: PledgeCommandType) => commands[type].meta.role;

/** Which roles and statuses they are is on docs/transitions.md. */
describe.each(commandTypes)('%s', (type) => {
  it('is refused from the public, of no pledge, and from a state that has no part in it', () => {
    const registered = pledgeIn('REGISTERED');
    expect(outcomeOf(commandFor(type, by('PUBLIC')), registered)).toBe('FORBIDDEN');
    const ofNone = outcomeOf(commandFor(type), initialPledge);
    expect(ofNone).toBe(BEGINNINGS.includes(type) ? 'done' : 'PLEDGE_NOT_FOUND');
    if (sender(type) !== 'MS' || FOR_ITSELF.includes(type)) return;
    for (const other of ['KOR', null])
      expect(outcomeOf(commandFor(type, by('MS', other)), registered)).toBe('FORBIDDEN');
  });
});

it('the page of transitions is what the decider does (npm run transitions)', () =>
  expect(readFileSync(resolve(import.meta.dirname, '../../../docs/transitions.md'), 'utf8')).toBe(
    transitionsPage(),
  ));

describe('a withdrawal', () => {
  it.each(ROLES.filter((role) => role !== 'MS'))('from %s is forbidden', (role) =>
    expect(outcomeOf(commandFor('WithdrawPledge', by(role)), pledgeIn('REGISTERED'))).toBe('FORBIDDEN'),
  );

  it.each(['KOR', null])('from another state (%s) is forbidden', (other) =>
    expect(outcomeOf(commandFor('WithdrawPledge', by('MS', other)), pledgeIn('REGISTERED'))).toBe(
      'FORBIDDEN',
    ),
  );
});

describe('a question to the state', () => {
  it.each([
    'FULFILLED',
    'PARTIALLY_FULFILLED',
    'WITHDRAWN',
    'DECLINED',
    'LAPSED',
    'SPLIT',
    'MERGED',
    'SUPERSEDED',
  ] as const)('is out of order when %s', (status) =>
    expect(outcomeOf(commandFor('RequestClarification'), pledgeIn(status))).toBe('WRONG_ORDER'),
  );
});

describe('a refusal for want of order', () => {
  it('names the status, and what the same caller may send instead', () => {
    const rejected = after(historyTo.MATCHED ?? [])
      .when(commands.SignMou)
      .thenRejected('WRONG_ORDER');
    expect(rejected.kind).toBe('conflict');
    expect(rejected.message).toContain('MATCHED');
    expect(rejected.details).toEqual({
      pledgeStatus: 'MATCHED',
      allowed: ['StateTerms', 'ReceiveDocumentation'],
    });
    expect(rejected.message).toContain('ReceiveDocumentation');
  });

  it('a forbidden one names the roles', () => {
    const rejected = after(atLevel1).when(commands.AttainLevel, {}, by('DESK')).thenRejected('FORBIDDEN');
    expect(rejected.kind).toBe('forbidden');
    expect(rejected.message).toContain('SFGC');
  });
});

describe('business dates', () => {
  const { AcknowledgePledge, LinkAnnouncement, ReleaseMatch } = commands;
  const refused = (occurredOn: string | null, code: string) =>
    after([announced()]).when(AcknowledgePledge, {}, { occurredOn }).thenRejected(code);

  it('of today are taken, in UTC', () => {
    const meta = { now: '2026-01-15T23:30:00-02:00', occurredOn: '2026-01-16' };
    after([announced()]).when(AcknowledgePledge, {}, meta).thenTypes('PledgeAcknowledged');
  });

  it('later than today are refused: an import writes in the future', () => {
    expect(refused('2026-01-16', 'DATE_IN_FUTURE').details).toEqual({ field: 'occurredOn', today: TODAY });
    expect(refused('2026-01-16', 'DATE_IN_FUTURE').kind).toBe('invalid');
  });

  it('of the morning in Seoul are taken, while it is the evening before in UTC', () => {
    const evening = { now: '2026-01-15T23:30:00.000Z' };
    after([announced()])
      .when(AcknowledgePledge, {}, { ...evening, occurredOn: '2026-01-16' })
      .thenTypes('PledgeAcknowledged');
    after([announced()])
      .when(AcknowledgePledge, {}, { ...evening, occurredOn: '2026-01-17' })
      .thenRefused('DATE_IN_FUTURE');
  });

  it('that nobody states follow what happened further east, where it is tomorrow already', () => {
    const inSeoul = { ...announced({ announcedOn: '2026-01-16' }), occurredOn: '2026-01-16' };
    const evening = { now: '2026-01-15T23:40:00.000Z', occurredOn: '2026-01-15' };
    after([inSeoul]).when(AcknowledgePledge, {}, evening).thenRefused('BEFORE_ANNOUNCEMENT');
    const [event] = after([inSeoul])
      .when(AcknowledgePledge, {}, { ...evening, dayAssumed: true })
      .events();
    expect(event).toMatchObject({ occurredOn: '2026-01-16', data: { acknowledgedOn: '2026-01-16' } });
  });

  it('that nobody states are today in every other case', () => {
    const [event] = after([announced()]).when(AcknowledgePledge, {}, { dayAssumed: true }).events();
    expect(event).toMatchObject({ data: { acknowledgedOn: TODAY } });
  });

  it.each(['1948-05-28', '1900-01-01', '1899-12-30', '0999-12-31'])(
    'before any operation (%s) are refused',
    (day) => {
      const undated = announced({ announcedOn: null });
      const rejected = after([undated])
        .when(AcknowledgePledge, {}, { occurredOn: day })
        .thenRejected('DATE_TOO_EARLY');
      expect(rejected.details).toEqual({ field: 'occurredOn', earliest: '1948-05-29' });
    },
  );

  it('of plans may lie ahead', () =>
    after([announced()])
      .when(commands.RequestClarification, { dueOn: '2030-01-01' })
      .thenTypes('ClarificationRequested'));

  it('earlier than the announcement are refused', () => {
    expect(refused('2025-01-09', 'BEFORE_ANNOUNCEMENT').details).toMatchObject({ announcedOn: '2025-01-10' });
    after([announced()])
      .when(AcknowledgePledge, {}, { occurredOn: '2025-01-10' })
      .thenTypes('PledgeAcknowledged');
  });

  it.each([
    ['RegisterPledge', 'ACKNOWLEDGED', '2025-01-20', '2025-01-19'],
    ['SplitPledge', 'REGISTERED', '2025-06-01', '2025-05-31'],
    ['MatchPledge', 'REGISTERED', '2025-06-01', '2025-05-31'],
  ] as const)('of %s, earlier than the day it became %s, are refused', (type, status, since, occurredOn) => {
    const early = after(historyTo[status] ?? []).when(commands[type], {}, { occurredOn });
    expect(early.thenRejected('BEFORE_STATUS').details).toMatchObject({ pledgeStatus: status, since });
  });

  it('of a withdrawal are those of the note of the state, also when others acted since', () =>
    after(historyTo.SELECTED ?? [])
      .when(commands.WithdrawPledge, {}, { occurredOn: '2025-06-02' })
      .thenTypes('PledgeWithdrawn'));

  it('of what is only noted may come late', () =>
    after(historyTo.SELECTED ?? [])
      .when(commands.ReceiveDocumentation, {}, { occurredOn: '2025-02-01' })
      .thenTypes('DocumentationReceived'));

  it('have nothing to be compared with where the announcement has none', () =>
    after([announced({ announcedOn: null })])
      .when(AcknowledgePledge, {}, { occurredOn: '2015-01-01' })
      .thenTypes('PledgeAcknowledged'));

  it('of another announcement may be earlier', () =>
    after([announced()])
      .when(LinkAnnouncement, {}, { occurredOn: '2024-06-01' })
      .thenTypes('AnnouncementLinked'));

  it.each(['2025-02-30', '2025-1-5', 'yesterday', ''])('that are none (%j) are refused', (day) => {
    refused(day, 'DATE_IMPOSSIBLE');
  });

  it('may be missing only where the event can do without', () => {
    refused(null, 'DATE_MISSING');
    after(historyTo.MATCHED ?? [])
      .when(ReleaseMatch, {}, { occurredOn: null })
      .thenTypes('MatchReleased');
  });
});

describe('what is allowed now', () => {
  const allowed = (state: Pledge, role: string, of: string | null = null, today = TODAY) =>
    allowedNow(state, { role, state: of }, today);

  it('before anything only an announcement', () => {
    expect(allowed(initialPledge, 'DESK')).toEqual(['AnnouncePledge']);
    expect(allowed(initialPledge, 'MS', 'RWA')).toEqual(['AnnouncePledge']);
    expect(allowed(initialPledge, 'MS')).toEqual([]);
  });

  it('follows role, state and status', () => {
    const registered = after(atLevel1).state();
    expect(allowed(registered, 'MS', 'RWA')).toEqual(
      expect.arrayContaining(['WithdrawPledge', 'RenewPledge']),
    );
    expect(allowed(registered, 'MS', 'KOR')).toEqual([]);
    expect(allowed(registered, 'PUBLIC')).toEqual([]);
    expect(allowed(registered, 'SFGC')).toEqual(
      expect.arrayContaining(['RequestClarification', 'ReceiveDocumentation', 'MatchPledge']),
    );
    expect(allowed(registered, 'SFGC')).not.toContain('RegisterPledge');
  });

  it('follows the track', () => {
    const implementation: Pledge = {
      ...after(atLevel2).state(),
      track: 'IMPLEMENTATION',
      level: null,
      validUntil: null,
    };
    expect(allowed(implementation, 'MS', 'RWA')).toContain('WithdrawPledge');
    expect(allowed(implementation, 'MS', 'RWA')).not.toContain('RenewPledge');
    expect(allowed(implementation, 'MS', 'RWA')).toContain('PlanImplementation');
    expect(allowed(implementation, 'SFGC')).not.toContain('MatchPledge');
  });

  it('shows an answer only to an open question', () => {
    expect(allowed(after([announced()]).state(), 'MS', 'RWA')).not.toContain('ProvideClarification');
    expect(allowed(after([announced(), asked()]).state(), 'MS', 'RWA')).toContain('ProvideClarification');
  });

  it('shows a registration to SFGC only with the documents, to DESK also without', () => {
    const bare = after((historyTo.ACKNOWLEDGED ?? []).slice(0, 2)).state();
    expect(allowed(bare, 'SFGC')).not.toContain('RegisterPledge');
    expect(allowed(bare, 'DESK')).toContain('RegisterPledge');
    expect(allowed(after(historyTo.ACKNOWLEDGED ?? []).state(), 'SFGC')).toContain('RegisterPledge');
  });

  it('shows the selection to the one that chooses such units, once it is ready enough', () => {
    expect(allowed(after([...atLevel2, matched()]).state(), 'FGS')).toContain('SelectUnit');
    expect(allowed(after([...atLevel2, matched()]).state(), 'PD')).not.toContain('SelectUnit');
    expect(allowed(after([...atLevel1, matched()]).state(), 'FGS')).not.toContain('SelectUnit');
    expect(allowed(after([...atLevel2, matched()]).state(), 'FGS', null, '2027-07-02')).not.toContain(
      'SelectUnit',
    );
  });

  it('shows the next level only when it is carried', () => {
    expect(allowed(after(atLevel1).state(), 'SFGC')).not.toContain('AttainLevel');
    expect(allowed(after(atLevel2.slice(0, -1)).state(), 'SFGC')).toContain('AttainLevel');
    expect(allowed(after(atLevel2).state(), 'SFGC')).not.toContain('AttainLevel');
    expect(allowed(after(atRapid).state(), 'SFGC')).not.toContain('AttainLevel');
  });

  it('shows jobs what is due, and no more', () => {
    const registered = after([...atLevel1, level2()]).state();
    expect(allowed(registered, 'SYSTEM', null, '2026-05-01')).not.toContain('RemindRenewal');
    expect(allowed(registered, 'SYSTEM', null, '2026-05-02')).toContain('RemindRenewal');
    expect(allowed(registered, 'SYSTEM', null, '2026-07-01')).not.toContain('LapsePledge');
    expect(allowed(registered, 'SYSTEM', null, '2026-07-02')).toContain('LapsePledge');
  });

  it.each(['FULFILLED', 'WITHDRAWN', 'DECLINED', 'SPLIT', 'MERGED'] as const)(
    'is nothing when %s, but about its records',
    (status) => {
      for (const role of ROLES) {
        // Tags say what a pledge was about, also when it is over; and its records may be put right.
        const still = { DESK: ['TagThemes'], ADMIN: ['ProposeCorrection', 'ProposeAnnulment'] } as Readonly<
          Record<string, readonly string[]>
        >;
        expect(allowed(pledgeIn(status), role, 'RWA')).toEqual(still[role] ?? []);
      }
    },
  );
});

import { after } from '../testing/a-pledge.ts';
import { historyTo } from '../testing/later-life.ts';
import { PLEDGE } from '../testing/named-events.ts';
import {
  leadNamed,
  partnerJoined,
  partnerLeft,
  partnershipDeclared,
  turnsAgreed,
} from '../testing/partnership.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { missingNow } from '../announcement/missing-fields.ts';
import { concernedIn, missingParts, statesOf } from './partnership.state.ts';

const { DeclarePartnership, JoinPartnership, LeavePartnership, NameLead } = commands;
const registered = historyTo.REGISTERED ?? [];
const declared = [...registered, partnershipDeclared()];
const joined = [...declared, partnerJoined()];
const rwanda = partnerJoined({ state: 'RWA', share: 60 });

describe('DeclarePartnership', () => {
  it('names the state of the pledge as its lead', () =>
    after(registered)
      .when(DeclarePartnership)
      .then({
        type: 'PartnershipDeclared',
        data: { pledgeId: PLEDGE, kind: 'ROTATION', lead: 'RWA', handoverTo: null, handoverOn: null },
      }));

  it('is the lead’s from then on, or the desk’s', () => {
    const led = [...joined, leadNamed()];
    after(led).when(DeclarePartnership).thenRefused('FORBIDDEN');
    after(led).when(DeclarePartnership, {}, by('MS', 'KOR')).thenTypes('PartnershipDeclared');
    after(led).when(DeclarePartnership, {}, by('DESK')).thenTypes('PartnershipDeclared');
  });

  it('declared anew, it keeps its lead and its partners', () => {
    const { partnership } = after([...joined, partnershipDeclared({ kind: 'JOINT_DEPLOYMENT' })]).state();
    expect(partnership).toMatchObject({
      kind: 'JOINT_DEPLOYMENT',
      lead: 'RWA',
      partners: [{ state: 'KOR' }],
    });
  });

  it('a hand-over says to whom and from when', () => {
    const handover = { kind: 'HANDOVER', handoverTo: 'GHA', handoverOn: '2026-09-01' } as const;
    after(registered).when(DeclarePartnership, handover).thenTypes('PartnershipDeclared');
    for (const [changes, code] of [
      [{ handoverTo: null }, 'TEXT_MISSING'],
      [{ handoverOn: null }, 'TEXT_MISSING'],
      [{ handoverOn: '2026-02-30' }, 'DATE_IMPOSSIBLE'],
      [{ handoverTo: 'XXX' }, 'UNKNOWN_STATE'],
      [{ handoverTo: 'RWA' }, 'SAME_STATE'],
      [{ kind: 'ROTATION' }, 'NO_HANDOVER'],
    ] as const) {
      after(registered)
        .when(DeclarePartnership, { ...handover, ...changes })
        .thenRefused(code);
    }
  });

  it('is refused at an end', () =>
    after(historyTo.WITHDRAWN ?? [])
      .when(DeclarePartnership)
      .thenRefused('WRONG_ORDER'));
});

describe('JoinPartnership', () => {
  it('adds a state, and the pledge is one of both', () => {
    after(declared).when(JoinPartnership).thenTypes('PartnerJoined');
    expect(statesOf(after(joined).state())).toEqual(['RWA', 'KOR']);
  });

  it('by its own word alone, it stays and is not confirmed: it carries nothing and reads nothing', () => {
    const { partnership } = after([...declared, partnerJoined({ confirmation: null })]).state();
    expect(partnership?.partners).toMatchObject([{ state: 'KOR', confirmation: null }]);
    for (const event of [partnershipDeclared(), turnsAgreed(), partnerJoined({ state: 'GHA' })]) {
      const pledge = after([...declared, partnerJoined({ confirmation: null }), event]).state();
      expect([statesOf(pledge).includes('KOR'), concernedIn(pledge).includes('KOR')]).toEqual([false, false]);
    }
    const led = after([...declared, partnerJoined({ confirmation: null }), leadNamed()]).state();
    expect(concernedIn(led)).toEqual(['RWA', 'KOR']);
  });

  it('a body that is no state joins by its own hand', () => {
    const body = { state: null, body: 'UNITAR', role: 'TRAINING' } as const;
    after(declared)
      .when(JoinPartnership, body, by('PARTNER', null, 'unitar'))
      .thenTypes('PartnerJoined');
    after(declared).when(JoinPartnership, body).thenRefused('FORBIDDEN');
    for (const other of [null, 'UNDP'])
      after(declared)
        .when(JoinPartnership, body, by('PARTNER', null, other))
        .thenRefused('FORBIDDEN');
    after(declared).when(JoinPartnership, body, by('PARTNER', 'KOR')).thenRefused('FORBIDDEN');
  });

  it('to a pledge that one state carries is refused', () =>
    after(registered).when(JoinPartnership).thenRefused('NO_PARTNERSHIP'));

  it('for another state is refused', () => {
    after(declared).when(JoinPartnership, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN');
    after(declared).when(JoinPartnership, {}, by('PARTNER', 'RWA')).thenRefused('FORBIDDEN');
  });

  it('a triangular partnership is a trainer, a funder and a host, and one pledge', () => {
    const triangular = [...registered, partnershipDeclared({ kind: 'TRIANGULAR' })];
    after(triangular).when(JoinPartnership).thenRefused('PART_MISSING');
    after(triangular).when(JoinPartnership, { part: 'FUNDER', role: 'MONEY' }).thenTypes('PartnerJoined');
  });

  it('a triangular partnership lacks each part that nobody has taken on', () => {
    const part = (part: 'FUNDER' | 'HOST' | 'TRAINER', state: string) => partnerJoined({ part, state });
    const lacks = (...events: Parameters<typeof after>[0]) => {
      const pledge = after([...registered, partnershipDeclared({ kind: 'TRIANGULAR' }), ...events]).state();
      return [missingParts(pledge), missingNow(pledge).includes('WHO')];
    };
    expect(lacks()).toEqual([['TRAINER', 'FUNDER', 'HOST'], true]);
    expect(lacks(part('FUNDER', 'KOR'), part('TRAINER', 'RWA'))).toEqual([['HOST'], true]);
    const all = [part('FUNDER', 'KOR'), part('TRAINER', 'RWA'), part('HOST', 'UGA')];
    expect(lacks(...all)).toEqual([[], false]);
    expect(lacks(...all, partnerLeft())).toEqual([['FUNDER'], true]);
    expect(missingParts(after(declared).state())).toEqual([]);
  });

  it('shares add up to 100 at most, those not stated to nothing', () => {
    after([...declared, rwanda])
      .when(JoinPartnership, { share: 40 })
      .thenTypes('PartnerJoined');
    after([...declared, rwanda])
      .when(JoinPartnership, { share: null })
      .thenTypes('PartnerJoined');
    const rejected = after([...declared, rwanda])
      .when(JoinPartnership, { share: 41 })
      .thenRejected('SHARES_TOO_LARGE');
    expect(rejected.details).toEqual({ field: 'share', allowed: 40 });
  });

  it.each([
    ['SHARE_OUT_OF_RANGE', { share: -1 }],
    ['SHARE_OUT_OF_RANGE', { share: 101 }],
    ['PERIOD_INVALID', { to: '2026-02-01' }],
    ['DATE_IMPOSSIBLE', { from: '2026-02-30' }],
    ['TEXT_MISSING', { leadConsentReference: ' ' }],
    ['PARTNER_UNCLEAR', { state: null }],
    ['PARTNER_UNCLEAR', { body: 'UNITAR' }],
  ])('is refused as %s with %j', (code, changes) =>
    after(declared).when(JoinPartnership, changes).thenRefused(code),
  );

  it('twice in one role is refused, in another role not', () => {
    after(joined).when(JoinPartnership).thenRefused('PARTNER_EXISTS');
    after(joined).when(JoinPartnership, { role: 'LOGISTICS' }).thenTypes('PartnerJoined');
  });
});

describe('LeavePartnership', () => {
  it('removes the share and flags the pledge; its status stays', () => {
    const [event] = after(joined).when(LeavePartnership).events();
    expect(event).toMatchObject({ type: 'PartnerLeft', data: { share: 40, leftOn: '2026-01-15' } });
    const left = [...joined, partnerLeft()];
    expect(after(left).state()).toMatchObject({
      status: 'REGISTERED',
      partnership: { partners: [], former: [{ state: 'KOR', leftOn: '2025-12-12' }], partnerMissing: true },
    });
    for (const settled of [partnerJoined({ state: 'GHA' }), partnershipDeclared()]) {
      expect(after([...left, settled]).state().partnership?.partnerMissing).toBe(false);
    }
  });

  it('by nobody who is in it is refused', () =>
    after(declared).when(LeavePartnership).thenRefused('UNKNOWN_PARTNER'));

  it('by the lead is refused before a new lead is named', () => {
    const leaving = [{ state: 'RWA' }, by('MS', 'RWA')] as const;
    after([...joined, rwanda])
      .when(LeavePartnership, ...leaving)
      .thenRefused('LEAD_MISSING');
    after([...joined, rwanda, leadNamed()])
      .when(LeavePartnership, ...leaving)
      .thenTypes('PartnerLeft');
  });

  it('the lead may give up one of its parts', () =>
    after([...joined, rwanda, partnerJoined({ state: 'RWA', role: 'LOGISTICS', share: null })])
      .when(LeavePartnership, { state: 'RWA', role: 'LOGISTICS' }, by('MS', 'RWA'))
      .thenTypes('PartnerLeft'));

  it('after the memorandum it needs a note of DOS', () => {
    const signed = [...(historyTo.MOU_SIGNED ?? []), partnershipDeclared(), partnerJoined()];
    after(signed).when(LeavePartnership).thenRefused('DOS_NOTE_MISSING');
    after(signed).when(LeavePartnership, { dosNoteReference: 'DOS/7' }).thenTypes('PartnerLeft');
  });

  it('for another state is refused', () =>
    after(joined).when(LeavePartnership, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN'));
});

describe('NameLead', () => {
  it('hands the whole to another partner', () => {
    const [event] = after(joined).when(NameLead).events();
    expect(event?.data).toMatchObject({ lead: 'KOR', formerLead: 'RWA' });
    expect(after([...joined, leadNamed()]).state()).toMatchObject({
      memberState: 'RWA',
      partnership: { lead: 'KOR' },
    });
  });

  it('of who is no partner is refused', () =>
    after(joined).when(NameLead, { lead: 'GHA' }).thenRefused('UNKNOWN_PARTNER'));

  it('said twice is done once', () => after(joined).when(NameLead, { lead: 'RWA' }).then());

  it('by another than the lead is refused', () =>
    after(joined).when(NameLead, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));
});

/**
 * Accountability page, section 6: the lead invites, or confirms who asked; nobody joins by his own word alone. Long because the
 * attempts of each role stand beside the rule.
 */
import fc from 'fast-check';
import type { PledgeEvent } from '@pledgeline/contracts';
import { PARTNER_PARTS, PARTNERSHIP_KINDS, PARTS_OF_KIND } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { commands } from '../testing/commands.ts';
import { by } from '../testing/example-command.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf, PROPOSAL } from '../testing/named-events.ts';
import {
  leadNamed,
  partnerConfirmed,
  partnerInvited,
  partnerJoined,
  partnerLeft,
  partnerProposalEnded,
  partnershipDeclared,
  partnershipRequested,
} from '../testing/partnership.ts';
import { confirmedIn, missingParts, statesOf } from './partnership.state.ts';

const { AcceptInvitation, ConfirmPartner, DeclinePartner, InvitePartner } = commands;
const { JoinPartnership, LeavePartnership, NameLead, PartFromPartner, AgreeTurns } = commands;
const NOW = { now: '2026-11-15T09:00:00.000Z', occurredOn: '2026-11-15' };
const declared = [...(historyTo.REGISTERED ?? []), partnershipDeclared()];
const invited = [...declared, partnerInvited()];
const requested = [...declared, partnershipRequested()];
const joined = [...declared, partnerJoined()];
const alone = [...declared, partnerJoined({ confirmation: null })];
const stored = { proposalId: null };
const KOREA = by('MS', 'KOR');
const UNITAR = by('PARTNER', null, 'UNITAR');
const body = { state: null, body: 'UNITAR', role: 'TRAINING' } as const;

describe('joining', () => {
  it('by its own word is a request since 2026.11, and was a join before', () => {
    const [asked] = after(declared)
      .when(JoinPartnership, { leadConsentReference: null }, { ...KOREA, ...NOW })
      .events();
    expect(asked).toMatchObject({ type: 'PartnershipRequested', data: { state: 'KOR', share: 40 } });
    const [before] = after(declared).when(JoinPartnership).events();
    expect(before).toMatchObject({ type: 'PartnerJoined', data: { confirmation: null } });
  });

  it('a request carries nothing until the lead confirms it, on the terms of the request', () => {
    expect(statesOf(after(requested).state())).toEqual(['RWA']);
    const [event] = after(requested).when(ConfirmPartner, {}, NOW).events();
    expect(event).toMatchObject({
      type: 'PartnerJoined',
      data: { state: 'KOR', share: 40, from: '2026-02-01', confirmation: 'REQUESTED' },
    });
    const pledge = after([...requested, event!]).state();
    expect([statesOf(pledge), pledge.partnerProposals]).toEqual([['RWA', 'KOR'], []]);
  });

  it('an invitation carries nothing until the invited accepts, on the terms of the invitation', () => {
    expect(statesOf(after(invited).state())).toEqual(['RWA']);
    for (const sender of [KOREA, by('PARTNER', 'KOR')]) {
      const [event] = after(invited)
        .when(AcceptInvitation, {}, { ...sender, ...NOW })
        .events();
      expect(event).toMatchObject({ type: 'PartnerJoined', data: { share: 40, confirmation: 'INVITED' } });
    }
  });

  it('the lead joins its own pledge at once', () => {
    const own = { state: 'RWA', role: 'LOGISTICS' } as const;
    const [event] = after(declared)
      .when(JoinPartnership, own, { ...by('MS', 'RWA'), ...NOW })
      .events();
    expect(event).toMatchObject({ type: 'PartnerJoined', data: { confirmation: 'LEAD' } });
  });

  it('a body is invited, or asks, as a state is', () => {
    after([...declared, partnerInvited(body)])
      .when(AcceptInvitation, {}, { ...UNITAR, ...NOW })
      .thenTypes('PartnerJoined');
    after(declared)
      .when(JoinPartnership, body, { ...UNITAR, ...NOW })
      .thenTypes('PartnershipRequested');
    after([...declared, partnershipRequested(body)])
      .when(ConfirmPartner, body, NOW)
      .thenTypes('PartnerJoined');
  });

  it('who joined before is confirmed by the lead later, and counts from then on', () => {
    const [event] = after(alone).when(ConfirmPartner, stored, NOW).events();
    expect(event).toMatchObject({ type: 'PartnerConfirmed', data: { state: 'KOR', lead: 'RWA' } });
    expect(statesOf(after([...alone, partnerConfirmed()]).state())).toEqual(['RWA', 'KOR']);
    after([...alone, partnerConfirmed()])
      .when(ConfirmPartner, stored, NOW)
      .thenRefused('ALREADY_CONFIRMED');
  });
});

describe('what others try', () => {
  const others = [by('MS', 'GHA'), by('PARTNER', 'GHA'), by('PARTNER'), by('MS')];

  it.each([
    ['InvitePartner', declared, InvitePartner, {}],
    ['ConfirmPartner', requested, ConfirmPartner, {}],
    ['ConfirmPartner of a stored join', alone, ConfirmPartner, stored],
    ['PartFromPartner', joined, PartFromPartner, {}],
  ] as const)(
    '%s is of the lead alone: not of who is meant, of a partner, nor of another',
    (_, history, command, over) => {
      const withGhana = [...history, partnerJoined({ state: 'GHA', role: 'MONEY', share: 1 })];
      for (const sender of [...others, KOREA, by('PARTNER', 'KOR'), by('PARTNER', 'RWA')]) {
        after(withGhana)
          .when(command as typeof InvitePartner, over as Partial<typeof InvitePartner.data>, {
            ...sender,
            ...NOW,
          })
          .thenRefused('FORBIDDEN');
      }
    },
  );

  it.each([...others, by('MS', 'RWA'), by('DESK'), by('SFGC'), by('IMPL')])(
    'an invitation is accepted by the invited alone, not by %j',
    (sender) =>
      after(invited)
        .when(AcceptInvitation, {}, { ...sender, ...NOW })
        .thenRefused('FORBIDDEN'),
  );

  it.each(others)('what is open is ended by its two sides, not by %j', (sender) => {
    for (const history of [invited, requested])
      after(history)
        .when(DeclinePartner, {}, { ...sender, ...NOW })
        .thenRefused('FORBIDDEN');
  });

  it.each([
    [InvitePartner, declared, { consentReference: ' ' }],
    [ConfirmPartner, requested, {}],
    [ConfirmPartner, alone, stored],
    [DeclinePartner, requested, {}],
    [PartFromPartner, joined, {}],
  ] as const)('the desk without the consent of the lead is refused: %j', (command, history, over) => {
    const desk = { ...by('DESK'), ...NOW };
    after(history)
      .when(command as typeof InvitePartner, over as Partial<typeof InvitePartner.data>, desk)
      .thenRefused('TEXT_MISSING');
    const named = { ...over, consentReference: 'NV/9', leadConsentReference: 'NV/9' };
    expect(
      after(history)
        .when(command as typeof InvitePartner, named as object, desk)
        .events(),
    ).toHaveLength(1);
  });

  it('nobody joins twice, by request and by invitation', () => {
    const asks = { ...KOREA, ...NOW };
    after(invited).when(JoinPartnership, {}, asks).thenRefused('PROPOSAL_OPEN');
    after(requested).when(JoinPartnership, {}, asks).thenRefused('PROPOSAL_OPEN');
    after(requested).when(InvitePartner, {}, NOW).thenRefused('PROPOSAL_OPEN');
    for (const history of [joined, alone]) {
      after(history).when(JoinPartnership, {}, asks).thenRefused('PARTNER_EXISTS');
      after(history).when(InvitePartner, {}, NOW).thenRefused('PARTNER_EXISTS');
    }
    after(requested)
      .when(InvitePartner, { role: 'MONEY', proposalId: PROPOSAL }, NOW)
      .thenRefused('PROPOSAL_ID_REUSED');
    after(requested).when(InvitePartner, { role: 'MONEY' }, NOW).thenTypes('PartnerInvited');
  });

  it('a state does not invite itself, nor the lead itself', () =>
    after(declared).when(InvitePartner, { state: 'RWA' }, NOW).thenRefused('SAME_STATE'));

  it('what was declined, taken back or joined is confirmed no more, nor under the id of another', () => {
    for (const end of [partnerProposalEnded(), partnerJoined()]) {
      after([...requested, end])
        .when(ConfirmPartner, {}, NOW)
        .thenRefused('PROPOSAL_CLOSED');
      after([...invited, end])
        .when(AcceptInvitation, {}, { ...KOREA, ...NOW })
        .thenRefused('PROPOSAL_CLOSED');
      after([...invited, end])
        .when(AcceptInvitation, {}, { ...by('MS', 'GHA'), ...NOW })
        .thenRefused('FORBIDDEN');
      after([...invited, end])
        .when(InvitePartner, { state: 'GHA', proposalId: PROPOSAL }, NOW)
        .thenRefused('PROPOSAL_ID_REUSED');
    }
    after(requested)
      .when(ConfirmPartner, { proposalId: idOf(99) }, NOW)
      .thenRefused('UNKNOWN_PROPOSAL');
    after(requested).when(ConfirmPartner, { state: 'GHA' }, NOW).thenRefused('UNKNOWN_PROPOSAL');
    after(invited).when(ConfirmPartner, {}, NOW).thenRefused('UNKNOWN_PROPOSAL');
    after(requested)
      .when(AcceptInvitation, {}, { ...KOREA, ...NOW })
      .thenRefused('UNKNOWN_PROPOSAL');
    after([...joined, partnerLeft()])
      .when(ConfirmPartner, stored, NOW)
      .thenRefused('UNKNOWN_PROPOSAL');
  });

  it('another lead has invited nobody, and confirms for itself; the former lead no more', () => {
    const ghana = partnerJoined({ state: 'GHA', role: 'MONEY', share: 1 });
    const led = leadNamed({ lead: 'GHA' });
    after([...invited, ghana, led])
      .when(AcceptInvitation, {}, { ...KOREA, ...NOW })
      .thenRefused('LEAD_CHANGED');
    after([...requested, ghana, led])
      .when(ConfirmPartner, {}, { ...by('MS', 'RWA'), ...NOW })
      .thenRefused('FORBIDDEN');
    after([...requested, ghana, led])
      .when(ConfirmPartner, {}, { ...by('MS', 'GHA'), ...NOW })
      .thenTypes('PartnerJoined');
  });

  it('one that is not confirmed is named neither lead nor in a turn, and counts for no share', () => {
    after(alone).when(NameLead, {}, NOW).thenRefused('UNKNOWN_PARTNER');
    after(alone).when(AgreeTurns, {}, NOW).thenRefused('UNKNOWN_PARTNER');
    after(joined).when(NameLead, {}, NOW).thenTypes('LeadNamed');
    after(alone).when(InvitePartner, { state: 'GHA', share: 100 }, NOW).thenTypes('PartnerInvited');
    after(alone)
      .when(LeavePartnership, {}, { ...KOREA, ...NOW })
      .thenTypes('PartnerLeft');
  });

  it.each(['WITHDRAWN', 'LAPSED', 'FULFILLED'] as const)(
    'nothing is agreed on a pledge that is %s',
    (status) => {
      const history = [...(historyTo[status] ?? []), partnershipDeclared(), partnershipRequested()];
      after(history).when(ConfirmPartner, {}, NOW).thenRefused('WRONG_ORDER');
    },
  );
});

describe('terms are judged again when they are agreed', () => {
  const taken = partnerJoined({ state: 'GHA', share: 61 });

  it.each([60, 61])('the shares of the confirmed are at most 100, with %d taken', (share) => {
    const now = partnerJoined({ state: 'GHA', share });
    for (const [history, command, sender] of [
      [invited, AcceptInvitation, KOREA],
      [requested, ConfirmPartner, by('MS', 'RWA')],
    ] as const) {
      const outcome = after([...history, now]).when(
        command as typeof ConfirmPartner,
        {},
        { ...sender, ...NOW },
      );
      if (share === 60) outcome.thenTypes('PartnerJoined');
      else outcome.thenRefused('SHARES_TOO_LARGE');
    }
    const later = after([...alone, now]).when(ConfirmPartner, stored, NOW);
    if (share === 60) later.thenTypes('PartnerConfirmed');
    else later.thenRefused('SHARES_TOO_LARGE');
  });

  it('two requests may both be open, and one of them is refused in the end', () => {
    const second = partnershipRequested({ state: 'GHA', proposalId: idOf(95), share: 61 });
    after([...requested])
      .when(JoinPartnership, { state: 'GHA', share: 61 }, { ...by('MS', 'GHA'), ...NOW })
      .thenTypes('PartnershipRequested');
    after([...requested, second, taken])
      .when(ConfirmPartner, {}, NOW)
      .thenRefused('SHARES_TOO_LARGE');
  });

  it('declared anew as a kind with parts, the partnership needs a part', () =>
    after([...requested, partnershipDeclared({ kind: 'TRIANGULAR' })])
      .when(ConfirmPartner, {}, NOW)
      .thenRefused('PART_MISSING'));

  it('whatever happens in whatever order, the confirmed carry 100 at most, each once in a role', () => {
    const states = ['KOR', 'GHA', 'UGA'];
    const act = fc.record({ n: fc.nat(5), state: fc.constantFrom(...states), share: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
        let history: readonly PledgeEvent[] = declared;
        for (const [at, { n, state, share }] of acts.entries()) {
          const open = after(history)
            .state()
            .partnerProposals.find((one) => one.state === state);
          const id = { proposalId: open?.proposalId ?? idOf(300 + at) };
          const own = { ...by('MS', state), ...NOW };
          const all = after(history);
          const outcome = [
            () => all.when(InvitePartner, { ...id, state, share }, NOW),
            () => all.when(JoinPartnership, { ...id, state, share }, own),
            () => all.when(AcceptInvitation, id, own),
            () => all.when(ConfirmPartner, { ...id, state }, NOW),
            () => all.when(PartFromPartner, { state }, NOW),
            () => all.when(DeclinePartner, id, own),
          ][n]!;
          try {
            history = [...history, ...(outcome().events() as readonly PledgeEvent[])];
          } catch {
            continue;
          }
        }
        const { partnership } = after(history).state();
        const confirmed = confirmedIn(partnership);
        expect(partnership?.partners).toEqual(confirmed);
        expect(confirmed.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeLessThanOrEqual(100);
        expect(new Set(confirmed.map(({ state, role }) => `${state} ${role}`)).size).toBe(confirmed.length);
      }),
    );
  });
});

describe('parts of a kind', () => {
  it.each(PARTNERSHIP_KINDS.flatMap((kind) => [null, ...PARTNER_PARTS].map((part) => [kind, part] as const)))(
    '%s with %s',
    (kind, part) => {
      const own = PARTS_OF_KIND[kind] ?? [];
      const outcome = after([...declared, partnershipDeclared({ kind })]).when(InvitePartner, { part }, NOW);
      if (part === null ? own.length === 0 : own.includes(part)) outcome.thenTypes('PartnerInvited');
      else outcome.thenRefused(part === null ? 'PART_MISSING' : 'PART_UNKNOWN');
    },
  );

  it('train, equip and mentor lacks what no confirmed partner has taken', () => {
    const kind = partnershipDeclared({ kind: 'TRAIN_EQUIP_MENTOR' });
    const trainer = partnerJoined({ part: 'TRAINER' });
    const unconfirmed = partnerJoined({ state: 'GHA', part: 'MENTOR', confirmation: null });
    expect(missingParts(after([...declared, kind]).state())).toEqual(['TRAINER', 'EQUIPPER', 'MENTOR']);
    expect(missingParts(after([...declared, kind, trainer, unconfirmed]).state())).toEqual([
      'EQUIPPER',
      'MENTOR',
    ]);
  });
});

describe('PartFromPartner', () => {
  it('says who ended it, and why', () => {
    const [event] = after(joined).when(PartFromPartner, {}, NOW).events();
    expect(event).toMatchObject({ type: 'PartnerLeft', data: { state: 'KOR', share: 40, endedBy: 'LEAD' } });
    after(joined).when(PartFromPartner, { reason: ' ' }, NOW).thenRefused('TEXT_MISSING');
  });

  it('from a body, and from one that is not confirmed, too', () => {
    after([...declared, partnerJoined(body)])
      .when(PartFromPartner, body, NOW)
      .thenTypes('PartnerLeft');
    after(alone).when(PartFromPartner, {}, NOW).thenTypes('PartnerLeft');
    expect(after([...alone, partnerLeft()]).state().partnership?.partnerMissing).toBe(false);
  });

  it('after the memorandum it needs a note of DOS', () => {
    const signed = [...(historyTo.MOU_SIGNED ?? []), partnershipDeclared(), partnerJoined()];
    after(signed).when(PartFromPartner, {}, NOW).thenRefused('DOS_NOTE_MISSING');
    after(signed).when(PartFromPartner, { dosNoteReference: 'DOS/7' }, NOW).thenTypes('PartnerLeft');
  });

  it('a lead cannot part from itself, nor from who left', () => {
    const own = partnerJoined({ state: 'RWA', role: 'LOGISTICS' });
    const itself = { state: 'RWA', role: 'LOGISTICS' } as const;
    after([...joined, own])
      .when(PartFromPartner, itself, NOW)
      .thenRefused('SAME_STATE');
    after([...joined, partnerLeft()])
      .when(PartFromPartner, {}, NOW)
      .thenRefused('ALREADY_LEFT');
    after(invited).when(PartFromPartner, {}, NOW).thenRefused('PROPOSAL_OPEN');
    after(declared).when(PartFromPartner, {}, NOW).thenRefused('UNKNOWN_PARTNER');
  });
});

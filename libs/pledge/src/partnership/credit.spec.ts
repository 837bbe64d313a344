/** Accountability page, section 6: who is credited, once and in its role, and who is only shown. */
import fc from 'fast-check';
import { PARTNER_PARTS, PARTNER_ROLES, type CreditRole, type PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { courseDelivered, fundsPledged } from '../testing/delivered-life.ts';
import { commands } from '../testing/commands.ts';
import { announced } from '../testing/early-life.ts';
import { by } from '../testing/example-command.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf } from '../testing/named-events.ts';
import { leadNamed, partnerConfirmed, partnerJoined } from '../testing/partnership.ts';
import { partnerLeft, partnershipDeclared, partnershipRequested } from '../testing/partnership.ts';
import { creditsOf, statesOnlyNamed } from './credit.ts';

/** One line each: who, role, ground; in brackets where it is not counted. */
const credits = (...history: readonly PledgeEvent[]): readonly string[] =>
  creditsOf(after(history).state()).map(({ state, body, role, basis, counted }) => {
    const line = `${state ?? body} ${role ?? '-'} ${basis}`;
    return counted ? line : `(${line})`;
  });

const course = announced({ category: 'TRAINING', capabilityCode: 'TRG-ENG', memberState: 'NOR' });
const naming = (...partners: string[]) => announced({ memberState: 'NOR', partners });
const declared = partnershipDeclared({ lead: 'NOR' });
const alone = partnerJoined({ confirmation: null });

describe('the state that pledged', () => {
  it.each<[string, string | null, CreditRole | null]>([
    ['UNIT', 'INF-BN', 'UNIT'],
    ['ENABLER', 'HOSP-L2', 'UNIT'],
    ['TRAINING', null, 'TRAINER'],
    ['EQUIPMENT', null, 'EQUIPMENT'],
    ['TECHNOLOGY', null, 'EQUIPMENT'],
    ['FINANCE', 'FIN-PBF', 'FUNDER'],
    ['POLITICAL', null, null],
    ['EXPERTISE', null, null],
  ])('of %s %s is credited as %s', (category, capabilityCode, role) =>
    expect(credits(announced({ category, capabilityCode }))).toEqual([`RWA ${role ?? '-'} PLEDGED`]),
  );

  it('with money alone is a funder, whatever it is for', () => {
    const money = { amountMin: 5, amountMax: 5, currency: 'USD', currencyAssumed: false, per: null };
    const sum = { ...money, funding: null, asStated: null };
    expect(credits(announced({ category: 'TRAINING', quantity: null, money: sum }))).toEqual([
      'RWA FUNDER PLEDGED',
    ]);
  });

  it('is credited in the parts that it has, in place of that; otherwise in those of its courses', () => {
    const host = partnerJoined({ state: 'NOR', part: 'HOST', confirmation: 'LEAD' });
    const held = courseDelivered({ contributors: [{ party: 'Norway', part: 'FUNDER' }] });
    expect(credits(course, declared, host)).toEqual(['NOR HOST PLEDGED']);
    expect(credits(course, held)).toEqual(['NOR FUNDER PLEDGED']);
    expect(credits(course, declared, host, held)).toEqual([
      'NOR HOST PLEDGED',
      'NOR FUNDER DELIVERED_COURSE',
    ]);
  });

  it('of a joint pledge is each whose pledge went into it; who joins later is a partner', () => {
    const merged = (state: string) => partnerJoined({ state, role: 'MONEY', confirmation: 'MERGED' });
    expect(credits(course, declared, merged('NOR'), merged('SRB'), partnerJoined())).toEqual([
      'NOR FUNDER PLEDGED',
      'SRB FUNDER PLEDGED',
      'KOR UNIT CONFIRMED',
    ]);
  });
});

describe('a partner', () => {
  it.each([
    ...PARTNER_ROLES.map((role) => [null, role] as const),
    ...PARTNER_PARTS.map((part) => [part, 'TRAINING'] as const),
  ])('with the part %s in the role %s is credited by its part, or else by what it gives', (part, role) => {
    const [, partner] = creditsOf(after([course, declared, partnerJoined({ part, role })]).state());
    expect(partner).toMatchObject({ state: 'KOR', basis: 'CONFIRMED', counted: true });
    const words: Readonly<Record<string, string>> = {
      EQUIPPER: 'EQUIPMENT',
      TRAINING: 'TRAINER',
      MONEY: 'FUNDER',
    };
    expect(partner?.role).toBe(words[part ?? role] ?? part ?? role);
  });

  it('that joined by its own word alone is shown, and counts when the lead has confirmed it', () => {
    expect(credits(naming(), declared, alone)).toEqual(['NOR UNIT PLEDGED', '(KOR UNIT NOT_CONFIRMED)']);
    expect(credits(naming(), declared, alone, partnerConfirmed())).toContain('KOR UNIT CONFIRMED');
    expect(credits(naming(), declared, alone, leadNamed())).toContain('KOR UNIT CONFIRMED');
  });

  it('that asks is none yet, and one that left is none any more', () => {
    expect(credits(naming(), declared, partnershipRequested())).toEqual(['NOR UNIT PLEDGED']);
    expect(credits(naming(), declared, partnerJoined(), partnerLeft())).toEqual(['NOR UNIT PLEDGED']);
  });

  it('that left stays credited for the courses in which it stands', () => {
    const held = courseDelivered({ contributors: [{ party: 'KOR', part: 'FUNDER' }] });
    expect(credits(course, declared, partnerJoined(), held, partnerLeft())).toEqual([
      'NOR TRAINER PLEDGED',
      'KOR FUNDER DELIVERED_COURSE',
    ]);
  });

  it('that leads without a part of its own answers for what was promised', () =>
    expect(credits(course, declared, partnerJoined(), leadNamed(), partnerLeft())).toEqual([
      'NOR TRAINER PLEDGED',
      'KOR TRAINER CONFIRMED',
    ]));
});

it('a course credits each who stands in it once, in how many courses and however its name is written', () => {
  const held = (n: number, ...parties: string[]) =>
    courseDelivered({
      courseId: `course ${n}`,
      contributors: parties.map((party) => ({ party, part: 'HOST' as const })),
    });
  expect(credits(course, held(1, 'KEN', 'Kenya', 'UNITAR'), held(2, 'Republic of Kenya', 'unitar'))).toEqual([
    'NOR TRAINER PLEDGED',
    'KEN HOST DELIVERED_COURSE',
    'UNITAR HOST DELIVERED_COURSE',
  ]);
});

describe('who is only named by another', () => {
  it('is shown, and not counted: in the announcement, as the next, or as the giver of money', () => {
    const handover = partnershipDeclared({
      lead: 'NOR',
      kind: 'HANDOVER',
      handoverTo: 'GHA',
      handoverOn: '2026-01-01',
    });
    const history = [naming('Kenya', 'UNITAR', 'NOR', 'Ghana'), handover, fundsPledged({ funder: 'Japan' })];
    expect(credits(...history)).toEqual([
      'NOR UNIT PLEDGED',
      '(GHA UNIT NAMED_ONLY)',
      '(JPN FUNDER NAMED_ONLY)',
      '(KEN - NAMED_ONLY)',
      '(UNITAR - NAMED_ONLY)',
    ]);
    expect(statesOnlyNamed(after(history).state())).toEqual(['GHA', 'JPN', 'KEN']);
  });

  it.each([
    ['asked for and was confirmed in a part', [declared, partnerJoined({ state: 'KEN' })]],
    ['joined by its own word', [declared, partnerJoined({ state: 'KEN', confirmation: null })]],
    ['stands in a delivered course', [courseDelivered({ contributors: [{ party: 'Kenya', part: 'HOST' }] })]],
  ] as const)('is no more only named when it %s', (_, later) => {
    const pledge = after([naming('Kenya'), ...later]).state();
    expect(statesOnlyNamed(pledge)).toEqual([]);
    expect(creditsOf(pledge).map(({ basis }) => basis)).not.toContain('NAMED_ONLY');
  });

  it('is nobody where the name is blank, and a fund that gives is a source', () =>
    expect(credits(naming(' '), fundsPledged({ funder: 'Peacebuilding Fund' }))).toEqual([
      'NOR UNIT PLEDGED',
    ]));
});

describe('who is named, before a partnership is declared,', () => {
  const NOW = { now: '2026-11-15T09:00:00.000Z', occurredOn: '2026-11-15' };
  const { JoinPartnership, ConfirmPartner, DeclinePartner } = commands;
  const kenya = { ...by('MS', 'KEN'), ...NOW };
  const asks = { state: 'KEN', part: null } as const;

  it('may ask for its part; the lead declares one and confirms, or declines', () => {
    const [request] = after([naming('Kenya')])
      .when(JoinPartnership, asks, kenya)
      .events();
    expect(request?.type).toBe('PartnershipRequested');
    const asked = [naming('Kenya'), request!];
    const confirmed = { ...asks, proposalId: idOf(94) };
    const norway = { ...by('MS', 'NOR'), ...NOW };
    after(asked).when(ConfirmPartner, confirmed, norway).thenRefused('NO_PARTNERSHIP');
    after([...asked, declared])
      .when(ConfirmPartner, confirmed, norway)
      .thenTypes('PartnerJoined');
    for (const sender of [norway, kenya])
      after(asked)
        .when(DeclinePartner, { proposalId: idOf(94) }, sender)
        .thenTypes('PartnerProposalEnded');
    after(asked)
      .when(JoinPartnership, { ...asks, proposalId: idOf(96) }, kenya)
      .thenRefused('PROPOSAL_OPEN');
  });

  it('may not under the rules of before, with a part of a kind, or where another is named', () => {
    after([naming('Kenya')])
      .when(JoinPartnership, asks, by('MS', 'KEN'))
      .thenRefused('NO_PARTNERSHIP');
    after([naming('Kenya')])
      .when(JoinPartnership, { ...asks, part: 'HOST' }, kenya)
      .thenRefused('PART_UNKNOWN');
    after([naming('Ghana')])
      .when(JoinPartnership, asks, kenya)
      .thenRefused('NO_PARTNERSHIP');
    after([naming('Kenya')])
      .when(JoinPartnership, { ...asks, state: 'NOR' }, { ...by('MS', 'NOR'), ...NOW })
      .thenRefused('NO_PARTNERSHIP');
  });
});

it.each(['WITHDRAWN', 'DECLINED', 'LAPSED', 'SUPERSEDED'] as const)(
  'a promise that is %s with nothing delivered credits nobody',
  (status) =>
    expect(creditsOf(after(historyTo[status] ?? []).state()).some(({ counted }) => counted)).toBe(false),
);

it('whatever is told in whatever order, each is there once in a role, and counts by its ground', () => {
  const state = fc.constantFrom('NOR', 'KOR', 'KEN');
  const told = fc.oneof(
    fc
      .record({
        state,
        role: fc.constantFrom(...PARTNER_ROLES),
        confirmation: fc.constantFrom(null, 'INVITED' as const),
      })
      .map((joined) => partnerJoined(joined)),
    fc
      .tuple(state, fc.constantFrom('HOST' as const, 'FUNDER' as const), fc.nat())
      .map(([party, part, n]) => courseDelivered({ courseId: `${n}`, contributors: [{ party, part }] })),
    state.map((funder) => fundsPledged({ funder })),
  );
  fc.assert(
    fc.property(fc.array(told, { maxLength: 8 }), fc.array(state), (events, named) => {
      const of = (order: readonly PledgeEvent[]) =>
        creditsOf(after([naming(...named), declared, ...order]).state());
      const found = of(events);
      const places = found.map((one) => `${one.state} ${one.role}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { basis, counted } of found)
        expect(counted).toBe(['PLEDGED', 'CONFIRMED', 'DELIVERED_COURSE'].includes(basis));
      const sorted = (credits: ReturnType<typeof creditsOf>) =>
        credits.map((one) => JSON.stringify(one)).sort();
      expect(sorted(of(events.toReversed()))).toEqual(sorted(found));
    }),
  );
});

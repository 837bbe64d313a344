/** How the pledge changes: several carry it, come, go and take turns. */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';
import type { Partner, Partnership, TurnList } from './partnership.state.ts';

export const partnershipEvolution = {
  PartnershipDeclared: (pledge, { kind, lead, handoverTo, handoverOn }) => ({
    ...pledge,
    partnership: {
      ...(pledge.partnership ?? { partners: [], former: [] }),
      turns: kind === 'ROTATION' ? (pledge.partnership?.turns ?? null) : null,
      kind,
      lead,
      handoverTo,
      handoverOn,
      partnerMissing: false,
      takenIn: partnersIn(pledge.partnership),
    },
  }),
  PartnerJoined: (pledge, { pledgeId: _, leadConsentReference: _reference, ...partner }, { metadata }) =>
    changed(pledge, ({ partners, takenIn }) => ({
      partners: [...partners, partner],
      partnerMissing: false,
      takenIn:
        partner.state === null || metadata.onBehalfOf === partner.state
          ? takenIn
          : [...takenIn, partner.state],
    })),
  PartnerLeft: (pledge, left) =>
    changed(pledge, ({ partners, former, takenIn }) => ({
      partners: partners.filter((partner) => !isSame(partner, left)),
      former: [
        ...former,
        ...partners
          .filter((partner) => isSame(partner, left))
          .map((partner) => ({ ...partner, leftOn: left.leftOn })),
      ],
      partnerMissing: true,
      takenIn: takenIn.filter((state) => state !== left.state),
    })),
  LeadNamed: (pledge, { lead }) => changed(pledge, (now) => ({ lead, takenIn: partnersIn(now) })),
  TurnsAgreed: (pledge, { turns, agreedOn }) =>
    changed(pledge, (now) => ({
      takenIn: partnersIn(now),
      turns: {
        turns,
        agreedOn,
        inPlace: Math.max(
          turns.findLastIndex(({ from }) => from <= agreedOn),
          0,
        ),
      },
    })),
} satisfies Partial<Evolutions>;

/** The next turn of this state is in place; one that is not in the list changes nothing of it. */
export const turnTaken = ({ partnership }: Pledge, state: string | null): Partnership | null => {
  const list = partnership?.turns ?? null;
  if (partnership === null || list === null || state === null) return partnership;
  return { ...partnership, turns: { ...list, inPlace: placeOf(state, list) } };
};

const placeOf = (state: string, { turns, inPlace }: TurnList): number => {
  if (turns[inPlace]?.state === state) return inPlace;
  const later = turns.findIndex((turn, n) => n > inPlace && turn.state === state);
  return later < 0 ? inPlace : later;
};

const partnersIn = (partnership: Partnership | null): readonly string[] =>
  (partnership?.partners ?? []).flatMap(({ state }) => state ?? []);

const changed = (pledge: Pledge, change: (now: Partnership) => Partial<Partnership>): Pledge => {
  const { partnership } = pledge;
  return { ...pledge, partnership: partnership && { ...partnership, ...change(partnership) } };
};

type Named = Pick<Partner, 'state' | 'body' | 'role'>;

const isSame = (one: Named, other: Named): boolean =>
  one.state === other.state && one.body === other.body && one.role === other.role;

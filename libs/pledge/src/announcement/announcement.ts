/** A promise is made, spoken of again, and received: the part of a life in which nothing is checked but the words. */
import { categories, memberState, unknownState, type DataOf } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { mustBeCapability } from '../category.ts';
import { ANY_STATE, COMMON, COMMON_UNDATED, OPEN, chapter, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { mustStandBesideUnits } from '../measures/beside-units.ts';
import type { Figures } from '../measures/side-by-side.ts';
import { mustBeExact, mustBeMoney } from '../money-amount.ts';
import { tagsAtEntry } from '../progress/progress.state.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import { initialPledge, type CommandOf, type Pledge } from '../state.ts';
import { impossibleStart } from '../terms/start-of-posts.ts';
import { mustNotBeOver } from '../validity/late-entry.ts';
import { targetAimedAt } from '../targets/targets.ts';
import { isAnnouncedAgain, mustBeAnotherOffer } from './announced-again.ts';
import { mustBeConsistent } from './validation.ts';
import { mustBeCountable } from './countable.ts';
import { LINKERS } from './linkers.ts';
import { missingFrom } from './missing-fields.ts';
import { differingFigure } from './sources.ts';

const evolve = {
  PledgeAnnounced: (_pledge, data) => ({
    ...initialPledge,
    status: 'ANNOUNCED',
    pledgeId: data.pledgeId,
    reference: data.reference,
    announcement: data,
    memberState: data.memberState,
    capabilityCode: data.capabilityCode,
    quantity: data.quantity,
    strength: data.strength,
    aircraft: data.aircraft,
    timeframe: data.timeframe,
    tags: tagsAtEntry(data),
  }),
  AnnouncementLinked: (pledge, data) => ({ ...pledge, links: [...pledge.links, data] }),
  PledgeAcknowledged: (pledge) => ({ ...pledge, status: 'ACKNOWLEDGED' }),
} satisfies Partial<Folds>;

/** Lifecycle page, section 5. A blank conference is none: pledges may be made at any time (PCRS page, section 3.3). */
const announce: Decision<'AnnouncePledge'> = (command, _pledge, context) => {
  const data = announcementOf(command);
  if (memberState(data.memberState) === undefined) throw unknownState('memberState', data.memberState);
  mustSay('description', data.description);
  mustSay('source', data.source);
  mustBeKnown(data.category, data.capabilityCode);
  mustBeConsistent(data);
  mustBeCountable(data.quantity);
  mustStandBesideUnits(data);
  mustBeMoney(data.money);
  mustBeArrears(data);
  mustHavePossiblePosts(data);
  mustSayWhyAdditional(data);
  mustNotBeOver(data.terms?.validUntil ?? null, data.lateEntry, context);
  mustBeAnotherOffer(command.data.like, data, senderOf(command));
  return [
    { type: 'PledgeAnnounced', data },
    ...targetAimedAt(command.data.shareAimedAt, data, initialPledge),
  ];
};

/** The announcement that the command makes, before anything of it is judged. */
export const announcementOf = ({ data, meta }: CommandOf<'AnnouncePledge'>): DataOf<'PledgeAnnounced'> => {
  const { like: _, shareAimedAt: __, ...said } = data;
  return {
    ...said,
    conference: said.conference?.trim() || null,
    announcedOn: meta.occurredOn,
    missing: missingFrom(said),
  };
};

/** @throws {Rejected} TEXT_MISSING or ADDITIONAL_MISSING: one says that somebody checked, the other what was found. */
const mustSayWhyAdditional = ({ additional, additionalReason }: DataOf<'PledgeAnnounced'>): void => {
  if (additional) mustSay('additionalReason', additionalReason ?? '');
  else if (additionalReason !== null) {
    throw invalid('ADDITIONAL_MISSING', 'The reason is for an additional offer. State additional as well.', {
      field: 'additional',
    });
  }
};

/** They are owed in the currency of the pledge. */
const mustBeArrears = ({ money, terms }: DataOf<'PledgeAnnounced'>): void => {
  const owed = terms?.arrearsOwed ?? null;
  if (money !== null && owed !== null) mustBeExact(owed, money.currency, 'terms.arrearsOwed');
};

/** @throws {Rejected} NO_POSTS, DATE_TOO_EARLY or PERIOD_INVALID */
const mustHavePossiblePosts = (data: DataOf<'PledgeAnnounced'>): void => {
  const refused = impossibleStart(data);
  if (refused !== undefined) throw refused;
};

const mustBeKnown = (category: string, code: string | null): void => {
  if (!categories.some((known) => known === category)) {
    throw invalid('UNKNOWN_CATEGORY', `${category} is no category.`, {
      field: 'category',
      allowed: categories,
    });
  }
  if (code === null) return;
  const known = mustBeCapability(code);
  if (known.category !== category) {
    throw invalid('CATEGORY_MISMATCH', `${code} is of category ${known.category}, not ${category}.`, {
      field: 'category',
      allowed: [known.category],
    });
  }
};

/**
 * A link never changes the pledge; wordings stand side by side (lifecycle page, section 8.7 and 8.8). Another account of
 * the same announcement may give another figure (one paper says one hospital, the next says two). A later announcement
 * with another figure is the state changing its offer, which a link would hide: that is an amendment.
 */
const link: Decision<'LinkAnnouncement'> = ({ data, meta }, pledge) => {
  const statement = { ...data, announcedOn: meta.occurredOn };
  const earlier = pledge.links.find(({ announcementId }) => announcementId === data.announcementId);
  if (earlier !== undefined) {
    if (sameContent(statement, earlier)) return [];
    throw conflict('ANNOUNCEMENT_ID_REUSED', 'Another announcement was linked under this id.', {
      field: 'announcementId',
    });
  }
  if (data.memberState !== pledge.memberState) {
    throw conflict('STATE_DIFFERS', `The pledge is ${pledge.memberState}'s, not ${data.memberState}'s.`, {
      field: 'memberState',
    });
  }
  mustSay('wording', data.wording);
  mustBeMoney(data.money);
  mustStandBesideUnits(data);
  if (isLaterAnnouncement(statement, pledge)) mustGiveTheSameFigure(statement, pledge);
  return [{ type: 'AnnouncementLinked', data: statement }];
};

const mustGiveTheSameFigure = (statement: DataOf<'AnnouncementLinked'>, pledge: Pledge): void => {
  const promised = { ...figuresIn(pledge), money: moneyPromised(pledge) };
  const stated = { ...figuresIn(statement), money: statement.money };
  const field = differingFigure(stated, promised);
  if (field === null) return;
  const said = stated[field]?.asStated ?? 'another figure';
  const known = promised[field]?.asStated ?? 'the one known';
  throw conflict(
    'QUANTITY_DIFFERS',
    `A later announcement gives ${said} instead of ${known}. That is an amendment by the state (PledgeAmended), not a link.`,
    { field },
  );
};

const figuresIn = ({ quantity, strength, aircraft }: Figures): Figures => ({ quantity, strength, aircraft });

/** Where a date is missing nobody can say that it is later, so the wording is kept. */
const isLaterAnnouncement = (
  { conference, announcedOn }: DataOf<'AnnouncementLinked'>,
  { announcement }: Pledge,
): boolean => {
  const first = announcement?.announcedOn ?? null;
  if (conference !== null && conference === announcement?.conference) return false;
  return announcedOn !== null && first !== null && announcedOn > first;
};

/** The first of the two notices to the state (PCRS page, section 3.2). */
const acknowledge: Decision<'AcknowledgePledge'> = ({ data }, _pledge, { on }) => [
  {
    type: 'PledgeAcknowledged',
    data: {
      pledgeId: data.pledgeId,
      acknowledgedOn: on,
      acknowledgementReference: mustSay('acknowledgementReference', data.acknowledgementReference),
    },
  },
];

/** Also where he records what a state did. */
const senderOf = ({ meta: { recorder, role } }: CommandOf<'AnnouncePledge'>): string => recorder ?? role;

export const announcement = chapter({
  evolve,
  commands: {
    AnnouncePledge: {
      ...COMMON_UNDATED,
      from: [null],
      stateOf: (_pledge, command) => command?.data.memberState ?? ANY_STATE,
      roles: ['DESK', 'MS'],
      isNoop: (command, pledge) => isAnnouncedAgain(announcementOf(command), pledge, senderOf(command)),
      decide: announce,
      events: ['PledgeAnnounced', 'TargetStated'],
      to: 'ANNOUNCED',
    },
    LinkAnnouncement: { ...OPEN, roles: LINKERS, decide: link, events: ['AnnouncementLinked'] },
    AcknowledgePledge: {
      ...COMMON,
      from: ['ANNOUNCED'],
      roles: ['DESK', 'SFGC'],
      decide: acknowledge,
      events: ['PledgeAcknowledged'],
      to: 'ACKNOWLEDGED',
    },
  },
});

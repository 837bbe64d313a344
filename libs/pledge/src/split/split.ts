/**
 * A pledge is split into several, so that each can be matched, selected and withdrawn by itself: lifecycle page, section 5.
 * The rest that the named children leave is a child too (design, section 4): nothing promised gets lost.
 */
import { ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS, type DataOf, type Level } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { mustBeCapability } from '../category.ts';
import { COMMON, COMMON_UNDATED, OFFERED, chapter, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { isStated } from '../measure.ts';
import { BESIDE_UNITS, mustStandBesideUnits } from '../measures/beside-units.ts';
import type { Figures } from '../measures/side-by-side.ts';
import { tagsAtEntry } from '../progress/progress.state.ts';
import { rank } from '../readiness/level-basis.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import { initialPledge, type CommandOf, type Pledge } from '../state.ts';
import { endedMatches } from '../validity/validity.ts';
import { derive } from './derive.ts';
import { moneyLeft, moneyShareOf } from './money-share.ts';
import { measureOfPart, partsOfUnit, type SharedOut } from './parts-of-unit.ts';
import { quantityLeft, shareOf } from './share.ts';
import { sharesBeside } from './share-beside.ts';
import type { Child, NamedChild } from './split.state.ts';

const evolve = {
  PledgeSplit: (pledge, { children }) => ({
    ...pledge,
    status: 'SPLIT',
    matches: [],
    lineage: {
      kind: 'SPLIT',
      parents: pledge.lineage?.parents ?? [],
      children: children.map(({ pledgeId }) => pledgeId),
    },
  }),
  PledgeDerived: (_pledge, data) => ({
    ...initialPledge,
    status: 'REGISTERED',
    pledgeId: data.pledgeId,
    reference: data.reference,
    announcement: announcementIn(data),
    memberState: data.memberState,
    track: data.track,
    capabilityCode: data.capabilityCode,
    quantity: data.quantity,
    strength: data.strength,
    aircraft: data.aircraft,
    timeframe: data.timeframe,
    tags: tagsAtEntry(data),
    deployWithinDays: data.deployWithinDays,
    level: data.level,
    levelValidUntil: data.levelValidUntil,
    validUntil: data.validUntil,
    standsSince: data.standsSince,
    lineage: { kind: data.kind, parents: data.parents, children: [] },
    reachedOn: {
      ANNOUNCED: data.announcedOn,
      ACKNOWLEDGED: data.acknowledgedOn,
      REGISTERED: data.registeredOn,
    },
  }),
  RecordsCarriedOver: (pledge, { documents, documentHashes, lastAav, caveats, conditions }) => ({
    ...pledge,
    documents: documents.map((held) => ({ ...held, datedOn: null })),
    documentHashes,
    lastAav,
    caveats: caveats.map((held) => ({ ...held, lifting: null })),
    conditions: conditions.map((open) => ({ ...open, ...UNSETTLED })),
    visitsValidUntil: { ...pledge.visitsValidUntil, AAV: lastAav?.validUntil ?? null },
    notedVisits: lastAav === null ? [] : [`AAV ${lastAav.visitId}`],
  }),
} satisfies Partial<Folds>;

const UNSETTLED = { outcome: null, settledOn: null, evidence: null } as const;

/** It stands alone: what was announced is kept with the part, in the words of the part. */
const announcementIn = (data: DataOf<'PledgeDerived'>): DataOf<'PledgeAnnounced'> => {
  const { pledgeId, reference, conference, memberState, memberStateAsStated, category, capabilityCode } =
    data;
  const { quantity, strength, aircraft, money, description, timeframe, partners, announcedOn, source } = data;
  const { duplicateChecked, speaker, standing, renews, themes, mainTheme, terms } = data;
  const who = { pledgeId, reference, conference, memberState, memberStateAsStated };
  const what = {
    category,
    capabilityCode,
    quantity,
    strength,
    aircraft,
    money,
    description,
    timeframe,
    partners,
  };
  const how = { announcedOn, source, duplicateChecked, speaker, standing, renews, themes, mainTheme, terms };
  return { ...ANNOUNCEMENT_DEFAULTS, ...ORDINARY_ENTRY, ...who, ...what, ...how, missing: null };
};

const splitPledge: Decision<'SplitPledge'> = ({ data }, pledge, { role }) => {
  const consentReference = data.consentReference?.trim() || null;
  if (role !== 'MS' && consentReference === null) {
    throw conflict('CONSENT_MISSING', `${role} splits a pledge with the consent of its state only.`, {
      field: 'consentReference',
    });
  }
  const children = childrenOf(data, pledge);
  if (children.length < 2) {
    throw invalid('SPLIT_TOO_SMALL', 'A split has at least two children; here one would take all.', {
      field: 'children',
    });
  }
  const { pledgeId } = data;
  return [
    {
      type: 'PledgeSplit',
      data: { pledgeId, children: [...children], consentReference, endedMatches: endedMatches(pledge) },
    },
  ];
};

/** Those that are named, and what they leave. @throws {Rejected} also MONEY_LEFT */
const childrenOf = (
  { children, restId }: CommandOf<'SplitPledge'>['data'],
  pledge: Pledge,
): readonly Child[] => {
  const by = children.map((child) => measureOfPart(child, pledge)).find((measure) => measure !== null);
  const { parts, rest } = by === undefined ? unitsOf(children, pledge) : partsOfUnit(children, pledge, by);
  const named = children.map((child, n) => childOf({ ...child, ...parts[n] }, pledge));
  const money = moneyLeft(moneyPromised(pledge), named);
  if (money !== null && rest === null && pledge.quantity !== null && isStated(pledge.quantity)) {
    throw conflict('MONEY_LEFT', 'The children leave some of the money. State which child takes it.', {
      field: 'children',
    });
  }
  const left = rest ?? { quantity: null, strength: null, aircraft: null };
  const all = rest !== null || money !== null ? [...named, restOf(restId, left, money, pledge)] : named;
  all.forEach(mustStandBesideUnits);
  return all;
};

/** Children that count what the pledge counts, each with its share of the persons and the aircraft that were stated beside. */
const unitsOf = (children: readonly NamedChild[], pledge: Pledge): SharedOut => {
  const named = children.map((child) => ({ ...child, quantity: shareOf(child.quantity, pledge.quantity) }));
  const quantity = quantityLeft(
    pledge.quantity,
    named.flatMap((child) => child.quantity ?? []),
  );
  const rest = quantity && { quantity, strength: null, aircraft: null };
  const all = rest === null ? named : [...named, rest];
  const [strengths, aircraft] = BESIDE_UNITS.map((field) =>
    sharesBeside(
      field,
      pledge[field],
      all.map((part) => ({ quantity: part.quantity, stated: part[field] })),
    ),
  );
  const shared = all.map((part, n) => ({
    quantity: part.quantity,
    strength: strengths?.[n] ?? null,
    aircraft: aircraft?.[n] ?? null,
  }));
  return { parts: shared.slice(0, named.length), rest: shared[named.length] ?? null };
};

const childOf = (child: NamedChild, pledge: Pledge): Child => {
  const capabilityCode = child.capabilityCode ?? pledge.capabilityCode;
  mustBeOnTrack(capabilityCode, pledge);
  return {
    pledgeId: child.pledgeId,
    capabilityCode,
    quantity: child.quantity,
    strength: child.strength,
    aircraft: child.aircraft,
    money: moneyShareOf(child.amount, moneyPromised(pledge), pledge.quantity),
    description: mustSay('description', child.description),
    level: levelOf(child, pledge),
    isRest: false,
  };
};

const restOf = (pledgeId: string, figures: Figures, money: Child['money'], pledge: Pledge): Child => ({
  pledgeId,
  capabilityCode: pledge.capabilityCode,
  quantity: figures.quantity,
  strength: figures.strength,
  aircraft: figures.aircraft,
  money,
  description: 'The rest of what was pledged',
  level: lowest(pledge),
  isRest: true,
});

/** Level 2 stays with the parts that the AAV named; a higher one rests on the unit as it was. */
const levelOf = (child: NamedChild, pledge: Pledge): Level | null =>
  child.coveredByAav && rank(pledge.level) >= rank('L2') ? 'L2' : lowest(pledge);

const lowest = ({ level }: Pledge): Level | null => (level === null ? null : 'L1');

/** @throws {Rejected} UNKNOWN_CAPABILITY, TRACK_DIFFERS */
export const mustBeOnTrack = (code: string | null, { track }: Pledge): void => {
  const known = mustBeCapability(code);
  if (known.track !== track) {
    throw conflict('TRACK_DIFFERS', `${code} belongs to the ${known.track} track; the pledge does not.`, {
      field: 'capabilityCode',
      allowed: track,
    });
  }
};

export const split = chapter({
  evolve,
  commands: {
    SplitPledge: {
      ...COMMON,
      from: OFFERED,
      roles: ['MS', 'SFGC'],
      decide: splitPledge,
      events: ['PledgeSplit'],
      to: 'SPLIT',
    },
    DerivePledge: {
      ...COMMON_UNDATED,
      from: [null],
      roles: ['SYSTEM'],
      isNoop: (_command, pledge) => pledge.status !== null,
      decide: derive,
      events: ['PledgeDerived', 'PartnershipDeclared', 'PartnerJoined', 'RecordsCarriedOver'],
      to: 'REGISTERED',
    },
  },
});

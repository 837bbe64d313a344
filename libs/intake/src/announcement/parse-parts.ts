/** Parses the optional parts of an announcement; a part that was left out is null. */
import { assumedCurrency, implementingBodyOf, inMoney, isSaid, resolveMission } from '@pledgeline/contracts';
import type { DataOf, Money, Quantity } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { mustBeBought, mustBeMoney } from '@pledgeline/pledge';
import type { ShareAimedAt } from '@pledgeline/pledge';
import type { MoneyRequest, SpeakerRequest, TermsRequest } from './announced-parts.request.ts';
import type { AnnouncePledgeRequest } from './announcement.request.ts';
import { parseMemberState } from './parse-announcement.ts';
import { parseAmount, parseFigure, NOT_STATED } from './parse-figure.ts';
import { targetInWords, type TargetInWords } from '../targets/target-in-words.ts';

type Announced = DataOf<'PledgeAnnounced'>;

interface StatedFigures {
  readonly quantity?: string | number | null;
  readonly unit?: string | null;
  readonly money?: MoneyRequest | null;
  readonly category?: string;
}

/**
 * The quantity and the money, each at most once: a figure whose unit is a currency is money. Of a promise of finance
 * every unit is known: a currency, or what the money buys.
 * @throws {Rejected} QUANTITY_UNREADABLE, CURRENCY_UNCLEAR, UNIT_UNKNOWN, AMOUNT_INVALID, UNKNOWN_CURRENCY, or MONEY_TWICE
 */
export const parseFigures = ({
  quantity: stated,
  unit,
  money: said,
  category,
}: StatedFigures): { readonly quantity: Quantity | null; readonly money: Money | null } => {
  const isFinance = category === 'FINANCE';
  const figure = parseFigure(stated, unit, { asMoney: isFinance && !said, multiples: true });
  if (figure?.kind === 'MONEY') {
    mustBeMoney(figure.money, 'quantity');
    if (!said) return { quantity: null, money: figure.money };
    const message = `The quantity is an amount of ${figure.money.currency} by itself: say the money once.`;
    throw new Rejected('invalid', 'MONEY_TWICE', message, { field: 'money' });
  }
  const quantity = figure?.quantity ?? null;
  mustBeBought(quantity, category ?? '');
  return { quantity, money: said ? moneySaid(said) : null };
};

const moneySaid = ({ amount, currency, funding = null }: MoneyRequest): Money => {
  const reading = { field: 'money.amount', unitField: 'money.currency', asMoney: true };
  const figure = parseFigure(amount, currency, reading);
  if (figure === null) return inMoney(NOT_STATED, ASSUMED, funding);
  if (figure.kind === 'MONEY') {
    mustBeMoney(figure.money, 'money.amount');
    return { ...figure.money, funding };
  }
  const message = `No currency is known as "${currency ?? ''}": write its ISO 4217 code, such as USD.`;
  throw new Rejected('invalid', 'UNKNOWN_CURRENCY', message, { field: 'money.currency' });
};

const ASSUMED = { ...assumedCurrency, tenTo: 0, per: null };

export const parseSpeaker = (said: SpeakerRequest | null | undefined): Announced['speaker'] =>
  said ? { name: said.name ?? null, rank: said.rank, ministry: said.ministry ?? null } : null;

/** All but the figures and the words. */
export const parseAnnouncedParts = (
  row: AnnouncePledgeRequest,
): Pick<Announced, 'speaker' | 'standing' | 'renews' | 'terms' | 'idea' | 'need'> => ({
  speaker: parseSpeaker(row.speaker),
  standing: row.standing ?? 'NEW',
  renews: row.renews ?? null,
  terms: parseTerms(row.terms),
  idea: row.idea ?? null,
  need: row.need ?? null,
});

/** Null where none was said, so that most pledges carry none. */
export const parseTerms = (said: TermsRequest | null | undefined): Announced['terms'] => {
  if (!said) return null;
  const terms = {
    // What is unknown stays as stated: the desk may give it a meaning later.
    mission: said.mission ? (resolveMission(said.mission) ?? said.mission) : null,
    hostState: said.hostState ? parseMemberState(said.hostState) : null,
    post: said.post ?? null,
    postsFrom: said.postsFrom ?? null,
    tourMonths: said.tourMonths ?? null,
    languages: said.languages ?? [],
    targetGroup: said.targetGroup ?? null,
    implementingBody: said.implementingBody ? implementingBodyOf(said.implementingBody) : null,
    use: said.use ?? null,
    validUntil: said.validUntil ?? null,
    unitType: said.unitType ?? null,
    partOfUnit: said.partOfUnit ?? null,
    womenShareTarget: parseShare(said)?.value ?? null,
    hospitalLevel: said.hospitalLevel ?? null,
    accreditedOn: said.accreditedOn ?? null,
    arrearsOwed: parseAmount(said.arrearsOwed, 'terms.arrearsOwed')?.max ?? null,
  };
  return Object.values(terms).some(isSaid) ? terms : null;
};

/**
 * The share of women aimed at: a number, or a multiple and a year, which are no term but a target.
 * @throws {Rejected} TARGET_UNCLEAR or MEASURE_OUT_OF_RANGE
 */
const parseShare = ({ womenShareTarget: said = null }: TermsRequest): TargetInWords | null => {
  if (said === null) return null;
  const field = 'terms.womenShareTarget';
  const aimed = targetInWords(said);
  if (aimed === undefined) {
    const message = `"${said}" is neither a share in per cent nor a multiple such as "double".`;
    throw new Rejected('invalid', 'TARGET_UNCLEAR', message, { field });
  }
  if ((aimed.value ?? 0) <= 100) return aimed;
  throw new Rejected('invalid', 'MEASURE_OUT_OF_RANGE', 'A share lies between 0 and 100.', {
    field,
    most: 100,
  });
};

/** What of the share of women is a target of its own: a multiple, or a year by which. Null where it is a number alone. */
export const parseAim = (said: TermsRequest | null | undefined): ShareAimedAt | null => {
  const aimed = said ? parseShare(said) : null;
  return aimed === null || (aimed.factor === null && aimed.year === null) ? null : aimed;
};

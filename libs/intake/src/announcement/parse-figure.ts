/** Parses quantities and amounts for every request. An unreadable figure is refused by field, never guessed. */
import { readFigure } from '@pledgeline/contracts';
import type { DataOf, Figure, Quantity } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { unknownUnit } from '@pledgeline/pledge';
import { targetInWords } from '../targets/target-in-words.ts';

type Said<Value> = Value | null | undefined;
type Read = Extract<Figure, { kind: 'COUNT' | 'MONEY' }>;

interface Reading {
  readonly field?: string;
  /** Where the unit stands. */
  readonly unitField?: string;
  readonly asMoney?: boolean;
  /** Takes "double", which an announcement may say, as a quantity without a number. */
  readonly multiples?: boolean;
}

export const NOT_STATED: Quantity = { min: null, max: null, unit: null, asStated: null };

/** Null where nothing was said. @throws {Rejected} QUANTITY_UNREADABLE, CURRENCY_UNCLEAR or UNIT_UNKNOWN */
export const parseFigure = (
  stated: Said<string | number>,
  unit: Said<string>,
  { field = 'quantity', unitField = 'unit', asMoney = false, multiples = false }: Reading = {},
): Read | null => {
  const [text, of] = [String(stated ?? ''), unit ?? ''];
  if (text === '' && of === '') return null;
  const figure = readFigure(text, of, { asMoney });
  switch (figure.kind) {
    case 'COUNT':
    case 'MONEY':
      return figure;
    case 'UNREADABLE':
      // A multiple is no number, and is asked about: accountability page, section 7.
      if (multiples && isMultiple(text) && readFigure('1', of, { asMoney }).kind === 'COUNT')
        return { kind: 'COUNT', quantity: { ...NOT_STATED, unit: of || null, asStated: text } };
      throw refused(
        'QUANTITY_UNREADABLE',
        `"${text}" is no quantity: write a number, "2-3", "up to 300", "over 450" or "5 million".`,
        { field },
      );
    case 'UNCLEAR':
      throw refused(
        'CURRENCY_UNCLEAR',
        `"${figure.unit}" may be ${figure.candidates.join(', ')}: write the ISO 4217 code.`,
        { field: of === '' ? field : unitField, candidates: figure.candidates },
      );
    case 'UNIT_UNREADABLE':
      throw unknownUnit(figure.unit, unitField);
  }
};

/** A figure where money has no place. @throws {Rejected} MONEY_NOT_COUNTED, and as `parseFigure` does. */
export const parseCount = (
  stated: Said<string | number>,
  unit: Said<string>,
  field = 'quantity',
): Quantity | null => {
  const figure = parseFigure(stated, unit, { field });
  if (figure === null) return null;
  if (figure.kind === 'COUNT') return figure.quantity;
  throw refused('MONEY_NOT_COUNTED', `${figure.money.currency} is money, and no quantity.`, {
    field: field === 'quantity' ? 'unit' : field,
  });
};

/** Persons and aircraft that stand beside units, each with its own name as unit. @throws {Rejected} as `parseCount` does. */
export const parseBesideUnits = (said: {
  readonly strength?: Said<string | number>;
  readonly aircraft?: Said<string | number>;
}): Pick<DataOf<'PledgeAnnounced'>, 'strength' | 'aircraft'> => ({
  strength: parseBeside(said.strength, 'persons', 'strength'),
  aircraft: parseBeside(said.aircraft, 'aircraft', 'aircraft'),
});

export const parseBeside = (
  stated: Said<string | number>,
  unit: 'persons' | 'aircraft',
  field: string,
): Quantity | null => (String(stated ?? '').trim() === '' ? null : parseCount(stated, unit, field));

/** An amount in a currency that is known already. @throws {Rejected} QUANTITY_UNREADABLE, also where a currency is named. */
export const parseAmount = (stated: Said<string | number>, field: string): Quantity | null => {
  const figure = parseFigure(stated, null, { field });
  if (figure === null || figure.kind === 'COUNT') return figure?.quantity ?? null;
  throw refused('QUANTITY_UNREADABLE', 'Write the amount alone: it is in the currency of the pledge.', {
    field,
  });
};

const isMultiple = (text: string): boolean => (targetInWords(text)?.factor ?? null) !== null;

const refused = (code: string, message: string, details: Readonly<Record<string, unknown>>): Rejected =>
  new Rejected('invalid', code, message, details);

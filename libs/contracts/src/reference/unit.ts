/**
 * What the units of a promise count: one table. A unit that is neither here nor a currency is counted by its own name;
 * where money was promised it is refused, for nobody could say then how much.
 */
import { MEASURE_NAMES, MEASURES, UNITS, type UnitMeasure } from './unit.data.ts';

const measures: ReadonlyMap<string, UnitMeasure> = new Map(
  MEASURES.flatMap((measure) =>
    UNITS[measure].split(',').map((word) => [word.replace(/\s+/g, ' ').trim(), measure] as const),
  ),
);

const PER_TIME = /(?: per |\/| an? )(?:year|month|annum|week|day)$/;

/** In the singular or plural and in any case; undefined for a unit that is not in the table, such as "persons per year". */
export const unitMeasure = (unit: string): UnitMeasure | undefined => measureOfWord(withoutContents(unit));

const measureOfWord = (unit: string): UnitMeasure | undefined => {
  const word = wordOf(unit);
  return (
    measures.get(word) ?? measures.get(word.replace(/ies$/, 'y')) ?? measures.get(word.replace(/s$/, ''))
  );
};

const CONTENTS = /^(.+?) of (\d{1,3}(?:,\d{3})+|\d+)(?: (.+?))?(?: each)?$/;

/** "Unit of 3 aircraft" and "battalion of 850" are a unit and a battalion. */
export const withoutContents = (unit: string): string => CONTENTS.exec(wordOf(unit))?.[1] ?? unit;

/** How many of what one such unit is; a number without a word is persons. Undefined where the unit does not say. */
export const contentsOf = (
  unit: string,
): { readonly number: number; readonly measure: 'PERSONS' | 'AIRCRAFT' } | undefined => {
  const [, whole, number, word = 'persons'] = CONTENTS.exec(wordOf(unit)) ?? [];
  if (whole === undefined || number === undefined || measureOfWord(whole) !== 'UNITS') return undefined;
  const measure = measureOfWord(word);
  const contained = Number(number.replaceAll(',', ''));
  if (contained === 0 || (measure !== 'PERSONS' && measure !== 'AIRCRAFT')) return undefined;
  return { number: contained, measure };
};

/**
 * What figures of this unit are added up under: the name of its measure, or its own, in the singular and in lower case, where it
 * is in no table or divisible. Null where nothing was said.
 */
export const measureName = (unit: string | null): string | null => {
  const measure = unit === null ? undefined : unitMeasure(unit);
  if (measure !== undefined && measure !== 'DIVISIBLE') return MEASURE_NAMES[measure];
  const word = wordOf(unit ?? '');
  return word.replace(/ies$/, 'y').replace(/(?<=[^isu])s$/, '') || null;
};

/** Of "persons per year" and "tonnes of rice", what is counted, of whatever kind and for however long. */
export const countedIn = (unit: string): UnitMeasure | undefined => {
  const word = wordOf(unit).replace(PER_TIME, '');
  return unitMeasure(word) ?? unitMeasure(word.replace(/ of .*$/, ''));
};

const wordOf = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

/** A target as people say it: "30", "double", "double by 2024", "half", "50 per cent more". */

export interface TargetInWords {
  readonly value: number | null;
  readonly factor: number | null;
  readonly year: number | null;
}

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/\b(doubl\w*|twice|two-?fold|two times)\b/iu, 2],
  [/\b(tripl\w*|three-?fold|three times)\b/iu, 3],
  [/\b(quadrupl\w*|four-?fold|four times)\b/iu, 4],
  [/\b(halv\w*|half)\b/iu, 0.5],
];

/** Undefined for words in which no number and no multiple is known. */
export const targetInWords = (said: string | number): TargetInWords | undefined => {
  if (typeof said === 'number') return { value: said, factor: null, year: null };
  const text = said.trim();
  const year = /\b(?:by|until|in)\s+((?:19|20)\d\d)\b/iu.exec(text)?.[1];
  const by = year === undefined ? null : Number(year);
  const factor = FACTORS.find(([words]) => words.test(text))?.[1];
  if (factor !== undefined) return { value: null, factor, year: by };
  const more = /(\d+(?:\.\d+)?)\s*(?:%|per ?cent)\s+more\b/iu.exec(text)?.[1];
  if (more !== undefined) return { value: null, factor: 1 + Number(more) / 100, year: by };
  const value = /^(\d+(?:\.\d+)?)\s*(?:%|per ?cent)?(?:\s+(?:by|until|in)\s+\d{4})?$/iu.exec(text)?.[1];
  return value === undefined ? undefined : { value: Number(value), factor: null, year: by };
};

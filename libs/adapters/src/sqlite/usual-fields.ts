/**
 * Leaves out of a stored row what is as in most rows. A pledge to which nothing has happened is three quarters such fields, and a row
 * that is a third as long is written, read and parsed at a fraction.
 */
import type { UsualFields } from '@pledgeline/event-sourcing';

export interface ShorterRows {
  readonly takeOut: (row: unknown) => unknown;
  /** The same row with all of its fields, which are put into it. */
  readonly putBack: (row: unknown) => unknown;
}

type Fields = Record<string, unknown>;

export const shorterRows = ({ of, fields }: UsualFields): ShorterRows => {
  // What was parsed is copied faster than what was put together.
  const usual = JSON.parse(JSON.stringify(fields)) as Fields;
  const given = fields as Fields;
  const isUsual = fieldsThatAre(usual);

  const shorter = (whole: Fields): Fields => {
    const rest: Fields = {};
    for (const name of Object.keys(whole)) {
      const value = whole[name];
      if (value !== usual[name] && value !== given[name] && !isUsual(name, value)) rest[name] = value;
    }
    return rest;
  };
  const whole = (rest: Fields): Fields => Object.assign({ ...usual }, rest);

  return of === null
    ? { takeOut: (row) => shorter(row as Fields), putBack: (row) => whole(row as Fields) }
    : {
        takeOut: (row) => ({ ...(row as Fields), [of]: shorter((row as Fields)[of] as Fields) }),
        putBack: (row) => {
          const stored = row as Fields;
          stored[of] = whole(stored[of] as Fields);
          return stored;
        },
      };
};

/** Values that are equal and another object; what is null or a text in most rows is compared before. */
const fieldsThatAre = (usual: Fields): ((name: string, value: unknown) => boolean) => {
  const texts = new Map(
    Object.entries(usual)
      .filter(([, value]) => typeof value === 'object' && value !== null)
      .map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return (name, value) => {
    const text = texts.get(name);
    if (text === undefined || typeof value !== 'object' || value === null) return false;
    return Array.isArray(value) && value.length > 0 && text === '[]' ? false : JSON.stringify(value) === text;
  };
};

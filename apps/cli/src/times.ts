/** The two times of a question (docs/reports.md): what the options say, what the answer says back, and how people read it. */

/** As it comes from the command line; the server judges it. */
export interface TimesAsked {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** As an answer says which times were used; null where the question set no limit. */
export interface Times {
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

/** Nothing was left out by them. */
export const areUnlimited = ({ asOf, knownAt }: Times): boolean => asOf === null && knownAt === null;

/** What people read about them, name by name. */
export const formatTimes = ({ asOf, knownAt }: Times): readonly (readonly [string, string])[] => [
  ['as of', asOf ?? 'no limit'],
  ['known at', knownAt ?? 'no limit'],
];

/** What was asked as a query, with its question mark; blank when nothing was. Of several values each stands by itself. */
export const queryOf = (asked: Readonly<Record<string, string | readonly string[] | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    for (const one of value === undefined ? [] : [value].flat()) query.append(name, one);
  return query.size === 0 ? '' : `?${query.toString()}`;
};

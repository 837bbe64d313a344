/** The search part of the register: which filters are on, in which order the pledges stand, and which page of them it is. */
import { withSearch, addressOf } from './addresses.ts';

/** Of these several may be on at once. */
export const MANY = [
  'conference',
  'memberState',
  'category',
  'capabilityCode',
  'theme',
  'status',
  'level',
  'missing',
] as const;
const ONE = ['q', 'lastWordFrom', 'lastWordTo', 'sort', 'cursor', 'asOf', 'knownAt'] as const;

export type ManyName = (typeof MANY)[number];
export type OneName = (typeof ONE)[number];
export type RegisterSearch = Partial<Record<ManyName, readonly string[]> & Record<OneName, string>>;

/** Unknown parameters are dropped. What is not possible the server names. */
export const registerSearchIn = (search: string): RegisterSearch => {
  const given = new URLSearchParams(search);
  const found: { -readonly [K in keyof RegisterSearch]: RegisterSearch[K] } = {};
  for (const name of MANY) {
    const values = given.getAll(name).filter(Boolean);
    if (values.length > 0) found[name] = values;
  }
  for (const name of ONE) {
    const value = given.get(name);
    if (value) found[name] = value;
  }
  return found;
};

export const registerAddress = (search: RegisterSearch): string => withSearch(addressOf.register, search);

/** The filters that are on, one by one, each with the search that is left without it. A page number is of one selection only. */
export const filtersOn = (
  search: RegisterSearch,
): readonly {
  readonly name: ManyName | 'q' | 'lastWordFrom' | 'lastWordTo';
  readonly value: string;
  readonly without: RegisterSearch;
}[] => {
  const { cursor: _cursor, ...rest } = search;
  const single = (['q', 'lastWordFrom', 'lastWordTo'] as const).flatMap((name) => {
    const { [name]: value, ...without } = rest;
    return value === undefined ? [] : [{ name, value, without }];
  });
  const many = MANY.flatMap((name) =>
    (rest[name] ?? []).map((value) => {
      const others = (rest[name] ?? []).filter((one) => one !== value);
      const { [name]: _all, ...without } = rest;
      return { name, value, without: others.length === 0 ? without : { ...without, [name]: others } };
    }),
  );
  return [...single, ...many];
};

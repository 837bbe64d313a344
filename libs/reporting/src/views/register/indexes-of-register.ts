/**
 * How the columns of the register are indexed. Each announcement writes an entry into nearly every index; what that costs is the pages
 * on which the entries of a batch lie.
 */

/** Null in most rows. */
export const SPARSE = [
  'partnership',
  'missions',
  'countsAgainst',
  'repeat',
  'acts',
  'joins',
  'named',
  'renews',
  'need',
  'partOfUnit',
  'findings',
  'ledTo',
  'alike',
  'offer',
  'uncheckedOffer',
  'candidate',
] as const;

/** Orders of lists and what reports walk: of one value, in the order of keys. A new row lies anywhere in such an index. */
const IN_ORDER_OF_KEYS = [
  'conference',
  'states',
  'statusSince',
  'dueOn',
  'announcedOn',
  'lastWordOn',
  'lastWordAmongStates',
  'lastWordInPublic',
] as const;

/** Filters and counts: few values, of which each has its rows in the order they came, so that new ones lie side by side. */
const AS_THEY_CAME = [
  'kind',
  'standing',
  'track',
  'themes',
  'caveats',
  'missing',
  'missingInPublic',
] as const;

/** Hardly two rows have the same value. */
const OF_ONE_ROW = ['reference', 'stateAndReference'] as const;

export const INDEXES = [
  ...[...IN_ORDER_OF_KEYS, ...SPARSE].map((column) => [column, 'key'] as const),
  ...[...AS_THEY_CAME, ...OF_ONE_ROW].map((column) => [column] as const),
];

/** The filters of lists that have few values, and what lists are counted by. */
export const COUNTED = [...AS_THEY_CAME, 'conference', 'states'] as const;

/** The selections that a reader has given a name: kept by this browser, for each person by himself, until they are deleted. */

export interface KeptFilter {
  readonly name: string;
  /** Below the console, with its search part. */
  readonly address: string;
}

const PREFIX = 'pledgeline.filters.';
/** More are no help in finding one, and a browser keeps little. */
const MOST = 30;
const watchers = new Set<() => void>();
/** The text that was read, and what it says: as long as it is the same, so is the list. */
let read: { readonly text: string; readonly filters: readonly KeptFilter[] } = { text: '[]', filters: [] };

/** @param subject of who reads; of nobody, null. */
const keyOf = (subject: string | null): string => PREFIX + (subject ?? '');

/** What is no list of selections is none: other versions, and people, write there as well. */
export const keptFilters = (subject: string | null): readonly KeptFilter[] => {
  const text = textAt(keyOf(subject));
  if (text !== read.text) read = { text, filters: filtersIn(text) };
  return read.filters;
};

/** One of the same name or the same address takes the place of the one before. @returns whether the browser keeps it. */
export const keepFilter = (subject: string | null, filter: KeptFilter): boolean => {
  const others = keptFilters(subject).filter(
    ({ name, address }) => name !== filter.name && address !== filter.address,
  );
  return write(subject, [...others, filter].slice(-MOST));
};

export const deleteFilter = (subject: string | null, address: string): boolean =>
  write(
    subject,
    keptFilters(subject).filter((one) => one.address !== address),
  );

export const watchFilters = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

export const forgetFilters = (subject: string | null): boolean => write(subject, []);

const textAt = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? '[]';
  } catch {
    return '[]';
  }
};

const write = (subject: string | null, filters: readonly KeptFilter[]): boolean => {
  try {
    if (filters.length === 0) localStorage.removeItem(keyOf(subject));
    else localStorage.setItem(keyOf(subject), JSON.stringify(filters));
  } catch {
    return false;
  }
  for (const watcher of watchers) watcher();
  return true;
};

const filtersIn = (text: string): readonly KeptFilter[] => {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isFilter) : [];
  } catch {
    return [];
  }
};

/** An address of ours, whatever stands there. */
const isFilter = (one: unknown): one is KeptFilter =>
  typeof one === 'object' &&
  one !== null &&
  'name' in one &&
  typeof one.name === 'string' &&
  'address' in one &&
  typeof one.address === 'string' &&
  /^\/(?:pledges|work-queue)(?:\?|$)/.test(one.address);

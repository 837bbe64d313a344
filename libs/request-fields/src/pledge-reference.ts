/** What people call a pledge: conference, state, and what it offers with five characters of its id. */

/** Crockford's alphabet has no I, L, O and U. */
export const REFERENCE = /^([^/\s]+)\/([^/\s]+)\/([^/\s]+-[0-9A-HJKMNP-TV-Z]{5})$/i;

export const EXAMPLE_REFERENCE = '2021-seoul/KOR/INF-BN-7F3K2';

export const ID_OR_REFERENCE = `a UUID in lower case, or a reference such as ${EXAMPLE_REFERENCE}`;

/** A reference as it was given out, whatever case it is written in; null for what is none. */
export const pledgeReference = (text: string): string | null => {
  const parts = REFERENCE.exec(text.trim());
  if (parts === null) return null;
  const [, conference = '', state = '', offer = ''] = parts;
  return [conference.toLowerCase(), state.toUpperCase(), offer.toUpperCase()].join('/');
};

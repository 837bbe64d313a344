/** Where a sign-in leads to: an address of ours, whatever a link to it says. */

/** Any origin will do: what stays with it has none of its own. */
const HERE = 'http://here.invalid';

/** @returns the path with its search part; `/` where it is none, or leads elsewhere (CWE-601). */
export const ownPath = (next: string | undefined): string => {
  if (next === undefined || !next.startsWith('/')) return '/';
  // Browsers leave out tabs and line breaks, read a backslash as a slash and drop `/.`, as this parser does.
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
};

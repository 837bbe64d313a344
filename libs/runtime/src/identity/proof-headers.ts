/** What of a request shows who calls, beside its bearer token. */

/** In which of his roles somebody acts. */
export const ROLE_HEADER = 'x-pledgeline-role';
/** Shows that a page of ours asks, and not one that only makes a browser ask. */
export const CSRF_HEADER = 'x-csrf-token';

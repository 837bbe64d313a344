/** Every address of the console, made and read in one place. They are below `/console`; what is asked of a page is in its search part. */

export const BASE = '/console';

export const addressOf = {
  overview: '/',
  register: '/pledges',
  announce: '/pledges/new',
  states: '/states',
  conferences: '/conferences',
  gaps: '/gaps',
  reports: '/reports',
  queue: '/work-queue',
  signIn: '/sign-in',
  help: '/help',
  proof: '/proof',
} as const;

/** @param reference as a pledge is cited: `2025-berlin/IND/QRF-COY-2HP4N`. */
export const pledgeAddress = (reference: string): string =>
  `/pledges/${reference.split('/').map(encodeURIComponent).join('/')}`;

/** @param code ISO 3166 alpha-3, or that of an organisation. */
export const stateAddress = (code: string): string => `${addressOf.states}/${encodeURIComponent(code)}`;

/** @param code as `2025-berlin`. */
export const conferenceAddress = (code: string): string =>
  `${addressOf.conferences}/${encodeURIComponent(code)}`;

export const gapAddress = (gapId: string): string => `${addressOf.gaps}/${gapId}`;

export const signInAddress = (next: string): string => `${addressOf.signIn}?next=${encodeURIComponent(next)}`;

/** Where signing in may lead to: an address of this server and nowhere else, whatever a link says. */
export const ownPath = (next: string | null): string => {
  const isOwn = next !== null && /^\/(?![/\\])[^\s\\]*$/.test(next);
  return isOwn ? next : `${BASE}/`;
};

type Values = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** Blank values are left out, several of one name stand one after the other; in a fixed order, so that one view has one address. */
export const withSearch = (path: string, values: Values): string => {
  const search = new URLSearchParams();
  for (const name of Object.keys(values).sort())
    for (const value of [values[name]].flat()) if (value) search.append(name, value);
  return search.size === 0 ? path : `${path}?${search.toString()}`;
};

/** A pledge as who has not signed in sees it. */
export const asPublic = (reference: string): string => withSearch(pledgeAddress(reference), { as: 'public' });

export const isAsPublic = (search: string): boolean => new URLSearchParams(search).get('as') === 'public';

/** Which past is looked at; it goes along with every link. */
export interface Past {
  /** Only what had happened by this day. */
  readonly asOf?: string;
  /** Only what was recorded by this moment. */
  readonly knownAt?: string;
}

export const pastIn = (search: string): Past => {
  const given = new URLSearchParams(search);
  const asOf = given.get('asOf');
  const knownAt = given.get('knownAt');
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
};

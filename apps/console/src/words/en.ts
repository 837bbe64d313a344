/** Every sentence of the console, in English. Other languages have the same keys: one that is missing does not compile. */
import { enAnnounce } from './en-announce.ts';
import { enFigures } from './en-figures.ts';
import { enForms } from './en-forms.ts';
import { enPlaces } from './en-places.ts';

const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const en = {
  name: 'Pledgeline',
  titleOf: (page: string) => `${page} – Pledgeline`,
  skip: 'Skip to the content',
  loading: 'Loading …',
  moment: (day: string, time: string) => `${day}, ${time} UTC`,
  notStated: 'not stated',
  none: 'none',
  noDate: 'no date',
  range: (from: string, to: string) => `${from} to ${to}`,
  moreThan: (value: string) => `more than ${value}`,
  places: {
    overview: 'Overview',
    register: 'Pledges',
    states: 'States',
    conferences: 'Conferences',
    gaps: 'Gaps',
    reports: 'Reports',
    queue: 'Work queue',
    help: 'Help',
    main: 'Places',
  },
  session: {
    signIn: 'Sign in',
    signInNewTab: 'Sign in, in a new tab',
    signOut: 'Sign out',
    roles: 'Roles',
    actAs: (role: string) => `Act as ${role}`,
    until: (moment: string) => `Signed in until ${moment}`,
    as: (subject: string, role: string) => `${subject}, ${role}`,
    needed: 'This page is for those who have signed in.',
    ended:
      'Your session has ended. Sign in again in a new tab, then try once more: nothing that you typed is lost.',
  },
  foot: {
    recordedUpTo: (moment: string) => `Recorded up to ${moment}`,
    ruleSet: (name: string) => `Rule set ${name}`,
    asJson: 'This page as JSON',
    api: 'API',
    proof: 'Proof',
    help: 'Help, keys and definitions',
    licences: 'Licences',
  },
  past: {
    banner: (day: string) =>
      `As it stood on ${day}. What came later is left out, and nothing can be done here.`,
    known: (moment: string) => `As it was known at ${moment}.`,
    leave: 'Back to today',
  },
  problem: {
    title: 'That did not work',
    again: 'Try again',
    againIn: (seconds: number) => `Asks again in ${seconds} ${plural(seconds, 'second', 'seconds')}`,
    offline: 'The server does not answer. Look at your connection; this page asks again.',
    missing: 'This is not there, or it is not for you.',
    code: 'Code',
    instance: 'Number of the request',
    allowed: 'Possible instead',
    roles: (roles: string) => `For: ${roles}`,
    stale: 'The newest is not in yet; this is what was there before.',
  },
  newer: {
    show: 'Show',
    came: (count: number) => `${count} new`,
    went: (count: number) => `${count} gone`,
    changed: (count: number) => `${count} changed`,
    otherwise: 'Other rows are before these now',
    pledge: 'Something was added to this pledge.',
    pledgeOtherwise: 'This page would look otherwise now.',
    status: (status: string) => `It stands at ${status} now.`,
  },
  page: {
    unknown: 'There is no such page',
    unknownText: 'The address leads to no page of the console.',
    toOverview: 'To the overview',
  },
  plot: {
    definition: 'What is counted',
    table: 'The numbers as a table',
    csv: 'CSV',
    csvOf: (title: string) => `CSV: ${title}`,
    show: 'Show them',
    of: (value: string, total: string) => `${value} of ${total}`,
    share: 'Share',
  },
  ...enPlaces,
  ...enForms,
  ...enFigures,
  ...enAnnounce,
} as const;

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

export type Words = Widened<typeof en>;

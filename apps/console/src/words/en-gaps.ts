/** The sentences about gaps. They come with their pages, and not with the first page. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const enGaps = {
  title: 'Gaps',
  lead: 'Units that missions seek and have not found, as far as they are made known to you.',
  none: 'No open gap is made known to you.',
  titleOf: (mission: string, unit: string) => `${mission}: ${unit}`,
  columns: {
    gap: 'Mission and unit',
    open: 'Open',
    sought: 'Sought',
    neededBy: 'Needed by',
    held: 'Held by',
  },
  gap: {
    open: (left: number, figure: string, of: string) =>
      `${figure} of ${of} ${plural(left, 'is', 'are')} open.`,
    wanted: (count: number, figure: string) => `${figure} ${plural(count, 'is', 'are')} sought.`,
    neededBy: (day: string) => `Needed by ${day}.`,
    noDay: 'No day is stated by which it is needed.',
    instead: (units: string) => `Taken in its place as well: ${units}.`,
    priorities: {
      HIGH: 'High priority.',
      MEDIUM: 'Medium priority.',
      LOW: 'Low priority.',
    },
    inTheWay: 'Nothing can be matched to it now:',
    all: 'All gaps',
    register: 'Pledges of such units, with filters',
    held: 'Held by',
    heldNone: 'Nobody holds any of it.',
    candidates: 'Could fill it',
    candidatesLead: (count: number, figure: string) =>
      `${figure} ${plural(count, 'pledge', 'pledges')} of such units, by state and reference, and what is in the way of each. Nobody is ranked.`,
    candidatesNone: 'No pledge of such a unit is promised and free.',
    candidatesFor: 'Which pledges could fill it is for states and the Secretariat, who sign in.',
    more: 'Show more',
    substitute: 'in its place',
    free: 'Nothing is in the way.',
    match: 'Match it with this gap',
    matchOf: (reference: string) => `: ${reference}`,
    stages: {
      MATCH: 'Match',
      SELECTION: 'Selection',
      DEPLOYMENT: 'Deployment in time',
    },
    columns: {
      pledge: 'Pledge',
      state: 'State',
      status: 'Status',
      level: 'Level',
      quantity: 'How much',
      left: 'Left of it',
      until: 'Offer stands until',
      days: 'Deploys within',
      caveats: 'Open caveats',
      inTheWay: 'What is in the way',
    },
    levelUntil: (level: string, day: string) => `${level}, until ${day}`,
    days: (count: number) => `${count} ${plural(count, 'day', 'days')}`,
    blocking: (open: string, blocking: string) => `${open}, ${blocking} of them block`,
  },
} as const;

/** The sentences of announcing, and of the search everywhere. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const enAnnounce = {
  palette: {
    open: 'Search (Ctrl K)',
    title: 'Search everywhere',
    hint: 'A pledge, a state, a page, an act',
    found: 'What was found',
    none: 'Nothing fits. Type other words, or part of a reference.',
    count: (count: number) =>
      `${count} ${plural(count, 'entry', 'entries')}; arrows choose, Enter opens, Esc closes`,
    kinds: {
      commands: 'What may be done here',
      places: 'Pages',
      states: 'States',
      conferences: 'Conferences',
      capabilities: 'Pledges of a capability',
      pledges: 'Pledges',
    },
  },
  announce: {
    title: 'Announce a pledge',
    lead: 'In the words in which it was promised. What is not known yet can be left out, and said later.',
    which: 'What is promised?',
    tracks: {
      CAPABILITY: 'Units and capabilities',
      IMPLEMENTATION: 'Training, money and other promises',
    },
    whose: 'The paper by which it came',
    whoseMust: 'You record what a state did: it counts as its act, on the day of the paper.',
    whoseMay: 'Where you record what a state did: it counts as its act then, on the day of the paper.',
    more: 'Say more: partners, themes, terms, who spoke',
    send: 'Announce pledge',
    empty: 'Empty the form',
    kept: 'What you typed is kept while this tab is open.',
    before: 'Before you send it',
    tooLittle:
      'Once state, category, description and source are there, you read here what it would become, and which pledges are like it.',
    checking: 'Checking …',
    wouldBeTaken: 'It would be taken as it is.',
    becomes: (state: string, category: string) => `A new pledge of ${state}, ${category.toLowerCase()}.`,
    track: {
      CAPABILITY: 'It goes by levels of readiness, to deployment.',
      IMPLEMENTATION: 'It goes by milestones, to fulfilment.',
    },
    unchanged: 'This is announced already, word for word. Sending it changes nothing:',
    differs: (fields: string) => `The same offer is there already, and differs in: ${fields}.`,
    unsaid: 'Left unsaid',
    alike: (count: number, figure: string) =>
      `${figure} ${plural(count, 'pledge is', 'pledges are')} like it`,
    alikeText: 'Is it one of these, said again? Or does it come on top of them?',
    notChecked:
      'Nobody can look right now for all that it may repeat. It can be entered: the desk is asked later where it may.',
    kinds: { SAME: 'the same offer', NEAR: 'a near one' },
    link: 'It is this one',
    additional: 'It is additional',
    additionalTitle: 'An additional offer',
    recorded: 'Announced',
    repeated: 'This was announced already; nothing was added',
    open: 'Open the pledge',
    next: 'What may be done next',
    another: 'Announce another',
    notYours: (roles: string) => `Pledges are announced by: ${roles}.`,
  },
} as const;

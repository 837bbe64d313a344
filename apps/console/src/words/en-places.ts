/** The sentences of the single pages. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const enPlaces = {
  overview: {
    title: 'What became of the pledges?',
    pledges: (value: number, figure: string) => `${figure} ${plural(value, 'pledge', 'pledges')}`,
    by: (value: number, figure: string) =>
      `by ${figure} ${plural(value, 'state or organisation', 'states and organisations')}.`,
    deployed: (value: number, figure: string) => `${figure} ${plural(value, 'was', 'were')} ever deployed.`,
    silent: (value: number, figure: string) =>
      `On ${figure} ${plural(value, 'pledge', 'pledges')}, no word came from the state or its partners for a year or longer.`,
    empty: 'No pledge has been entered yet. They come from files, or one by one as states make them.',
    becameTitle: 'What became of each pledge, conference by conference?',
    byState: 'The same state by state',
    allConferences: 'All conferences',
    becameLegend: 'One square is one pledge.',
    became: {
      kept: 'kept',
      keptPartly: 'kept in part',
      underWay: 'under way',
      registered: 'registered, no further',
      announcedOnly: 'announced, no further',
      takenBack: 'taken back',
    },
    conference: 'Conference',
    count: 'Pledges',
    silentColumn: 'Silent for a year',
    outside: 'Outside any conference',
    conferenceNote: (pledges: string, silent: string) => `${pledges}, of which ${silent} silent`,
    stepsTitle: 'How far did pledges come?',
    stepsLead: 'Pledges that ever reached a step, of those announced.',
    step: 'Step',
    ofBefore: 'Of the step before',
    capability: 'Units and capabilities',
    implementation: 'Training, money and other promises',
    silenceTitle: 'When was the last word on them?',
    silenceLead:
      'Open and closed pledges, by the year of the last thing that the state or its partners said.',
    year: 'Year',
    lastWord: 'Pledges whose last word fell in it',
    moneyTitle: 'What came of the money?',
    moneyLead: 'Each currency by itself; nothing is converted, and nothing is added up.',
    currency: 'Currency',
    pledged: 'Pledged',
    committed: 'Committed',
    received: 'Received',
    receivedShare: 'Received, of what was pledged',
    womenTitle: 'Do units have the share of women that was promised?',
    womenNone: 'No pledge states a share of women yet, so nothing can be compared.',
    womenSome: (count: number) =>
      `${count} ${plural(count, 'pledge states', 'pledges state')} a share of women.`,
    figure: 'Figure',
    value: 'Value',
    categoryTitle: 'What was pledged?',
    category: 'Category',
    states: 'States',
    takeTitle: 'Take the figures along',
    takeText:
      'Each figure has its definition with it. They are as of now; reports also answer as of any day in the past.',
  },
  help: {
    title: 'Help',
    keys: 'Keys',
    keysOn: 'Single keys work outside fields',
    key: 'Key',
    does: 'What it does',
    keysOf: {
      search: 'search everywhere; on the page of pledges, in their words',
      queue: 'go to the work queue',
      overview: 'go to the overview',
      next: 'the next row',
      before: 'the row before',
      open: 'open the row',
      nextItem: 'the next item of the queue, from a pledge',
      first: 'the first thing that may be done',
      close: 'close what is open',
      help: 'this list',
    },
    meanings: 'What the words mean',
    meaningsOf: {
      lastWord: {
        name: 'Last word',
        meaning:
          'the last day on which the state, its partners or its implementing body said anything of the pledge. What the Secretariat does, such as a question, a visit or papers that it notes as received, is no word of theirs',
      },
      silent: {
        name: 'Silent',
        meaning:
          'the last word is a year old or older, and the pledge is open and no unit of it is in a mission. A pledge can be under way and silent',
      },
      kept: {
        name: 'Kept',
        meaning: 'closed in full: at least 90 per cent delivered, or judged so by people with their reason',
      },
      keptPartly: {
        name: 'Kept in part',
        meaning: 'closed in part, or withdrawn or lapsed after anything was delivered',
      },
      underWay: {
        name: 'Under way',
        meaning:
          'matched with a need, selected, under a memorandum, ready, deployed, or planned and being carried out. A deployed unit is under way until the pledge is closed',
      },
      registered: {
        name: 'Registered, no further',
        meaning: 'taken into the register, with its papers, and nothing since',
      },
      announced: {
        name: 'Announced, no further',
        meaning: 'announced, perhaps acknowledged, and not registered',
      },
      takenBack: {
        name: 'Taken back',
        meaning: 'withdrawn, declined or lapsed, with nothing delivered',
      },
      level: {
        name: 'Levels 1, 2, 3 and rapid deployment level',
        meaning:
          'how ready a unit is: registered with its papers; found ready by an assessment and advisory visit; its load list agreed; able to deploy within its days, verified by a visit',
      },
      visibility: {
        name: 'For member states, internal',
        meaning:
          'who may read an event of a history: all member states and the Secretariat; the state whose pledge it is and the Secretariat. Without either, everybody',
      },
      wrong: {
        name: 'Something is recorded wrongly',
        meaning:
          'an administrator proposes the correction at the event in the history, and another agrees; the old value stays readable. What a state wants otherwise than it promised it amends itself. A state objects to what officers recorded as its act',
      },
    },
    access: 'Accessibility',
    accessText:
      'Everything works with a keyboard, at 200 per cent of text and 320 pixels of width, in dark and in forced colours. Every plot is a table as well. Tell the operators of this server where that is not so.',
    sources: 'Where the figures come from',
    sourcesText:
      'Every figure is counted by the server, from a log of events that is never changed. Its definition stands beside it, and the list of what it counts is one link away.',
  },
  signIn: {
    title: 'Sign in',
    local: 'On this machine',
    localText:
      'The server wrote a link for each role when it started, on its terminal and to a file in its data folder. Open the one of your role in this browser; it works once, within the hour.',
    issuer: 'With your organisation’s account',
    issuerText: 'You go to the page of the issuer, and come back here signed in.',
    go: 'Sign in there',
    headers: 'This server believes the names that its proxy gives it; there is nothing to sign in to.',
    nobody: 'Without signing in, everything that is public can be read.',
    already: (who: string) => `You have signed in as ${who}.`,
    refusedTitle: 'You are not signed in',
    refused: {
      DENIED: 'You said no at the issuer, or it said no to you. You may begin again here.',
      ISSUER_REFUSED:
        'The issuer did not sign you in, or what it says of you is not accepted here. Begin again; if that does not help, tell those who look after this server.',
      NOT_OURS: 'What came back from the issuer does not belong to the sign-in of this browser. Begin again.',
      EXPIRED:
        'This sign-in took longer than ten minutes, was finished already, or was begun in another browser. Begin again.',
      ISSUER_UNAVAILABLE: 'The issuer does not answer now. Try again in a minute.',
      NO_ROLE:
        'The issuer knows you, and gives you no role here. Those who look after your account there can give you one.',
      NO_STATE:
        'The issuer does not say for which state you speak. Those who look after your account there can add it.',
    },
    refusedOtherwise: 'The sign-in did not work. Begin again.',
    goOn: 'Go on',
  },
  register: {
    title: 'Pledges',
    search: 'Words, a reference, a state',
    find: 'Find',
    filters: 'Filters',
    apply: 'Show',
    clear: 'Take all filters away',
    any: 'Any',
    counted: (value: string, count: string) => `${value} (${count})`,
    total: (count: number, figure: string) => `${figure} ${plural(count, 'pledge', 'pledges')}`,
    none: 'No pledge fits these filters.',
    sort: 'Order',
    sorts: {
      reference: 'by reference',
      memberState: 'by state',
      announced: 'announced last first',
      lastWord: 'silent longest first',
      due: 'due first',
    },
    columns: {
      pledge: 'Pledge',
      state: 'State',
      quantity: 'Quantity',
      status: 'Status',
      level: 'Level',
      lastWord: 'Last word',
      due: 'Due',
    },
    without: (filter: string) => `Without ${filter}`,
    next: 'Next page',
    first: 'First page',
    csv: 'These pledges as CSV',
    fields: {
      q: 'Words',
      conference: 'Conference',
      memberState: 'State',
      category: 'Category',
      status: 'Status',
      level: 'Level',
      missing: 'Left unsaid',
      lastWordFrom: 'Last word from',
      lastWordTo: 'Last word up to',
      capabilityCode: 'Capability',
      theme: 'Theme',
      track: 'Track',
      sort: 'Order',
      cursor: 'Page',
    },
  },
  kept: {
    title: 'Your selections',
    keep: 'Keep this selection',
    name: 'Name',
    keepIt: 'Keep',
    forget: (name: string) => `Delete “${name}”`,
    forgetAll: 'Forget my selections in this browser',
    refused: 'This browser keeps nothing. The address of the page is the same selection.',
  },
  queue: {
    title: 'Work queue',
    lead: (count: number, figure: string) =>
      `${figure} ${plural(count, 'task', 'tasks')}, earliest due first`,
    kinds: 'What is waited for',
    overdue: (count: string) => `Overdue ${count}`,
    everything: 'Everything',
    mine: 'What waits for my role',
    ofAll: 'What waits for anybody',
    none: 'Nothing waits here. New tasks come when a state announces or answers, or when a day draws near.',
    columns: {
      due: 'Due',
      waits: 'Waits',
      pledge: 'Pledge',
      reference: 'Reference',
      state: 'State',
      act: 'What helps',
    },
    waited: (time: string) => `for ${time}`,
    late: (time: string) => `${time} late`,
    blocked: (code: string) => `blocked: ${code}`,
    position: (at: number, total: number) => `${at} of ${total} in the queue`,
    next: 'Next (n)',
    before: 'Before',
    back: 'Back to the queue',
  },
} as const;

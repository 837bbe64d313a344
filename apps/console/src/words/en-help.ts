/** The sentences of the help page. They come with it, and not with the first page. */
export const enHelp = {
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
    choose: 'choose the task of the row, to do the same to several',
    nextItem: 'the next item of the queue, from a pledge',
    eventBefore: 'the event before, where a pledge is looked at event by event',
    eventAfter: 'the event after',
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
      name: 'For member states; for the state and the Secretariat',
      meaning:
        'who may read an event of a history: all member states and the Secretariat; or only the state whose pledge it is, its partners in it, and the Secretariat. Where neither stands, everybody',
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
} as const;

/** What the figures of reports are called, and what each means, in words for their readers. */

export const deliveryByState = {
  states: {
    figure: 'states',
    name: 'States',
    definition: 'states that carry at least one of the pledges that count',
  },
  keepAll: {
    figure: 'keepAll',
    name: 'States that kept all',
    definition: 'every pledge of theirs is kept',
  },
  keepPart: {
    figure: 'keepPart',
    name: 'States that kept a part',
    definition: 'at least one of their pledges is kept or kept in part, and not all are kept',
  },
  stillOpen: {
    figure: 'stillOpen',
    name: 'States of which nothing is kept yet',
    definition:
      'none of their pledges is kept, also not in part, and at least one is registered or under way',
  },
  keepNothing: {
    figure: 'keepNothing',
    name: 'States that kept nothing',
    definition: 'all of their pledges are taken back or were announced only',
  },
  fallShort: {
    figure: 'fallShort',
    name: 'States that fall short',
    definition:
      'at least one of their pledges is taken back, kept in part or announced only; beside the figures above, and not added to them',
  },
};

export const whatBecame = {
  promisesMade: {
    figure: 'promisesMade',
    name: 'Promises made',
    definition:
      'announcements, whatever became of them: a promise that was split or merged counts as it was announced',
  },
  pledgesCounted: {
    figure: 'pledgesCounted',
    name: 'Pledges that count',
    definition:
      'what the promises have become: the parts of a split count, and a joint pledge, in place of those they come from; the classes below add up to it',
  },
  keptComputed: {
    figure: 'keptComputed',
    name: 'Kept, as computed',
    definition: 'closed in full, with at least 90 per cent of each number that was promised delivered',
  },
  keptJudged: {
    figure: 'keptJudged',
    name: 'Kept, as judged',
    definition:
      'closed in full by people, with their reason, as no number was promised or nothing can be counted; or closed before shares were computed',
  },
  keptPartly: {
    figure: 'keptPartly',
    name: 'Kept in part',
    definition: 'closed in part, or withdrawn or lapsed after anything was delivered',
  },
  underWay: {
    figure: 'underWay',
    name: 'Under way',
    definition:
      'matched, selected, under a memorandum, ready, deployed or home and not closed, planned or being carried out',
  },
  registered: { figure: 'registered', name: 'Registered', definition: 'registered, and no further' },
  announcedOnly: {
    figure: 'announcedOnly',
    name: 'Announced only',
    definition: 'announced or acknowledged, and no further',
  },
  takenBack: {
    figure: 'takenBack',
    name: 'Taken back',
    definition: 'withdrawn, declined or lapsed, with nothing delivered',
  },
};

export const endorsements = {
  endorsed: {
    figure: 'endorsed',
    name: 'Endorsed',
    unit: 'states',
    definition: 'states that recorded an endorsement of this text',
  },
  reported: {
    figure: 'reported',
    name: 'Reported',
    unit: 'states',
    definition: 'states that recorded a report on it',
  },
  actedOtherwise: {
    figure: 'actedOtherwise',
    name: 'Law, policy, statement or meeting',
    unit: 'states',
    definition: 'states that recorded a law, a policy, a statement or a meeting on it',
  },
};

export const gaps = {
  sought: {
    figure: 'sought',
    name: 'Sought',
    unit: 'in the measure of each gap',
    definition: 'what gaps that are not closed ask for, added up; compare only gaps of one capability',
  },
  held: {
    figure: 'held',
    name: 'Held',
    unit: 'in the measure of each gap',
    definition: 'what is held for gaps that are not closed, added up; compare only gaps of one capability',
  },
};

const CREDITED =
  'credited are who pledged, who joined and was confirmed, and who stands in a delivered course, once in each role; who joined by its own word alone, who is only named by another, and whoever has a part in a promise that was taken back are not counted';

const creditedAs = (figure: string, name: string, role: string) => ({
  figure,
  name,
  definition: `pledges on which states are credited ${role}; ${CREDITED}`,
});

/** By role. */
export const credits = {
  pledges: creditedAs('pledges', 'Pledges with credit', 'in any role, or in one that nobody said'),
  states: {
    figure: 'states',
    name: 'States credited',
    unit: 'states',
    definition: `states that are credited, each once; ${CREDITED}`,
  },
  TRAINER: creditedAs('asTrainer', 'As trainer', 'as trainer'),
  FUNDER: creditedAs('asFunder', 'As funder', 'as funder'),
  HOST: creditedAs('asHost', 'As host', 'as host'),
  UNIT: creditedAs('withUnits', 'With units', 'with units'),
  EQUIPMENT: creditedAs('withEquipment', 'With equipment', 'with equipment'),
  MENTOR: creditedAs('asMentor', 'As mentor', 'as mentor'),
  LOGISTICS: creditedAs('withLogistics', 'With logistics', 'with logistics'),
};

export const partnerships = {
  pledges: {
    figure: 'pledges',
    name: 'Joint pledges',
    definition:
      'pledges that several states or bodies carry together, each once whatever the number of partners',
  },
  states: {
    figure: 'states',
    name: 'States',
    unit: 'states',
    definition: 'states that lead such a pledge or have a part in it, each once',
  },
  partnerMissing: {
    figure: 'partnerMissing',
    name: 'With a partner missing',
    definition: 'joint pledges that a partner left without another joining since',
  },
  incomplete: {
    figure: 'incomplete',
    name: 'Incomplete partnerships',
    definition:
      'triangular partnerships that lack a trainer, a funder or a host, and those that train, equip and mentor without one for each',
  },
};

export const pledgesAndStates = {
  states: {
    figure: 'states',
    name: 'States',
    definition: 'states and organisations that made them, lead them or are partners in them, each once',
  },
  newPledges: {
    figure: 'newPledges',
    name: 'New pledges',
    definition:
      'of these, promises that do not renew or update an older one and are not flagged as a repeat, without those withdrawn before the closing day of their conference',
  },
  statesWithNewPledges: {
    figure: 'statesWithNewPledges',
    name: 'States with new pledges',
    unit: 'states',
    definition:
      'states that made at least one new pledge, alone or by a merger, each once; who joined as a partner made none by that',
  },
  newRenewedOrUpdated: {
    figure: 'newRenewedOrUpdated',
    name: 'New, renewed or updated pledges',
    definition:
      'the other way to count: new pledges and those that renew or update an older one, without those withdrawn before the closing day of their conference',
  },
};

export const posts = {
  promised: {
    figure: 'postsPromised',
    name: 'Posts promised',
    unit: 'posts',
    definition:
      'posts, and persons of experts, that standing pledges promise, by the number that has to be kept; by mission, with the mission that the promise names',
  },
  filled: {
    figure: 'postsFilled',
    name: 'Posts filled',
    unit: 'posts',
    definition:
      'posts that were filled at some time: who follows in a post, with up to 30 days for the handover, fills the same one',
  },
  vacant: {
    figure: 'postsVacant',
    name: 'Posts vacant',
    unit: 'posts',
    definition:
      'posts promised by open or partly fulfilled pledges that nobody has filled yet; where a day is stated from which they are to be filled, from that day on',
  },
  seconded: {
    figure: 'seconded',
    name: 'Persons seconded',
    unit: 'persons',
    definition: 'persons whose secondment lasts on the day of the question',
  },
  monthsPromised: {
    figure: 'postMonthsPromised',
    name: 'Post-months promised',
    unit: 'post-months',
    definition:
      'posts promised times the months of the tour, where both were stated as numbers; all of them, also before the stated start',
  },
  monthsServed: {
    figure: 'postMonthsServed',
    name: 'Post-months served',
    unit: 'post-months',
    definition: 'whole months of each tour up to the day of the question, times its persons',
  },
  longTours: {
    figure: 'toursServedAbove12Months',
    name: 'Tours served above 12 months',
    unit: 'pledges',
    definition:
      'pledges by which somebody has served longer than 12 months in one tour by the day of the question; months that were promised or planned are no service',
  },
};

/** What silence is, in every report that counts it. */
export const SILENCE =
  'open pledges that are neither deployed nor partly fulfilled, and on which the state, its partners and the implementing body have said nothing for 12 months up to the day of the question; acts of the Secretariat are no word, the day of a word counts and not the day it was entered, and after a deployment the months begin with its end; each reader counts the words that he may read, so that public silence is the lack of public words';

export const silentPledges = {
  withoutWord: { figure: 'withoutWord', name: 'Pledges without a word', definition: SILENCE },
  open: { figure: 'open', name: 'Open pledges', definition: 'neither at an end nor lapsed' },
  statesWithoutWord: {
    figure: 'statesWithoutWord',
    name: 'States without a word',
    definition: 'states that carry at least one of these pledges, alone or with others',
  },
};

export const training = {
  courses: {
    figure: 'courses',
    name: 'Courses',
    unit: 'courses',
    definition: 'courses delivered, each once, also where several states train, pay and host together',
  },
  trained: {
    figure: 'trained',
    name: 'Persons trained',
    unit: 'persons',
    definition: 'persons in these courses',
  },
  women: {
    figure: 'women',
    name: 'Women among them',
    unit: 'persons',
    definition: 'women in these courses, where their number was reported',
  },
  leaders: {
    figure: 'leaders',
    name: 'Mission leaders among them',
    unit: 'persons',
    definition: 'leaders of missions in these courses, where their number was reported',
  },
};

export const women = {
  withTarget: {
    figure: 'withTarget',
    name: 'Pledges with a target',
    definition: 'pledges that state a share of women',
  },
  baselineMissing: {
    figure: 'baselineMissing',
    name: 'Baseline missing',
    definition: 'of these, pledges that state a multiple, such as "double", and not of what',
  },
  belowTargetJudged: {
    figure: 'belowTargetJudged',
    name: 'Below their target',
    definition:
      'of these, pledges whose newest measured share lies below the stated one, by the evaluator where there is one; a range by its lower end',
  },
  notMeasured: {
    figure: 'notMeasured',
    name: 'Not measured yet',
    definition: 'pledges that state a share of women and report no measurement',
  },
  womenTrained: {
    figure: 'womenTrained',
    name: 'Women trained',
    unit: 'persons',
    definition: 'women in courses delivered under these pledges, where their number was reported',
  },
  barrierActions: {
    figure: 'barrierActions',
    name: 'Actions against barriers',
    unit: 'actions',
    definition: 'actions taken against barriers to women, by the newest report of each pledge',
  },
};

export const arrears = {
  owed: {
    figure: 'owed',
    name: 'Owed',
    definition:
      'assessed contributions that states owe, by the latest statement of each debt; what one state owes to one body for one mission in one currency is one debt, however many pledges state it',
  },
  paid: {
    figure: 'paid',
    name: 'Paid',
    definition:
      'payments of the state itself in this currency: under the pledge whose statement counts, and under others of the same debt from the day of that statement on; voluntary money pays no arrears',
  },
  remaining: {
    figure: 'remaining',
    name: 'Remaining',
    definition: 'what is owed without what was paid, debt by debt; 0 once more was paid than was owed',
  },
  settled: {
    figure: 'settled',
    name: 'Settled',
    definition: 'pledges with the latest statement of a debt of which nothing remains',
  },
  statedAgain: {
    figure: 'statedAgain',
    name: 'Stated again',
    definition: 'pledges whose statement is not added, as a later one is of the same debt',
  },
};

export const funds = {
  pledged: {
    figure: 'pledged',
    name: 'Pledged',
    definition:
      'amounts announced, or as amended since, of pledges that stand and name the fund as the body that carries them out, a range by its upper end, and what was confirmed where nothing was announced; by whoever gives it',
  },
  confirmed: {
    figure: 'confirmed',
    name: 'Confirmed',
    definition: 'amounts that were confirmed for the fund, of pledges that stand',
  },
  committed: {
    figure: 'committed',
    name: 'Committed',
    definition: 'amounts committed by an agreement for the fund',
  },
  received: { figure: 'received', name: 'Received', definition: 'amounts that the fund was paid' },
};

export const supplies = {
  delivered: {
    figure: 'delivered',
    name: 'Delivered',
    unit: 'items',
    definition: 'items handed over under pledges, whatever became of them; compare only items of one kind',
  },
  inUse: {
    figure: 'inUse',
    name: 'In use',
    unit: 'items',
    definition: 'of these, items that are said to be in use; nothing is said of the others',
  },
};

export const measurements = {
  lowest: {
    figure: 'lowest',
    name: 'Lowest',
    definition:
      'the lowest value of the newest measurement of each pledge, by the evaluator where there is one; a range by its lower end',
  },
  highest: {
    figure: 'highest',
    name: 'Highest',
    definition:
      'the highest value of the newest measurement of each pledge, by the evaluator where there is one; a range by its upper end',
  },
  lowestTarget: {
    figure: 'lowestTarget',
    name: 'Lowest aim',
    definition: 'the lowest value that these pledges aim at',
  },
  highestTarget: {
    figure: 'highestTarget',
    name: 'Highest aim',
    definition: 'the highest value that these pledges aim at',
  },
  measured: { figure: 'measured', name: 'Measured', definition: 'pledges of which it was measured' },
  notMeasured: {
    figure: 'notMeasured',
    name: 'Not measured yet',
    definition: 'pledges that aim at a value and report no measurement',
  },
};

export const sustainedTraining = {
  planned: {
    figure: 'planned',
    name: 'Years planned',
    unit: 'years',
    definition: 'years of pledges of training in which a milestone is due, one for each pledge',
  },
  held: {
    figure: 'held',
    name: 'Years with courses',
    unit: 'years',
    definition: 'years of these pledges in which a course began, planned or not',
  },
  missed: {
    figure: 'missed',
    name: 'Years missed',
    unit: 'years',
    definition: 'planned years that are over, in which no course began',
  },
  courses: { figure: 'courses', name: 'Courses', unit: 'courses', definition: 'courses that began' },
  trained: {
    figure: 'trained',
    name: 'Persons trained',
    unit: 'persons',
    definition: 'persons in these courses',
  },
};

export const eventsPerMonth = {
  eventsHappened: {
    figure: 'eventsHappened',
    name: 'Events that happened',
    unit: 'events',
    definition:
      'events of pledges that the reader may read, by the month of their business dates, corrections applied, or where no source gives one by that in which they were recorded; annulled ones do not count; what is counted are the pledges that have such events; null where there is none',
  },
  eventsRecorded: {
    figure: 'eventsRecorded',
    name: 'Events that were recorded',
    unit: 'events',
    definition:
      'the same events by the month in which they were recorded, which may be years later; null where there is none',
  },
};

const AT_THE_END =
  'at the end of the period, or on the day of the question while it is not over, by business dates, of what is recorded by now';

export const readinessOverTime = {
  atHand: {
    figure: 'atHand',
    name: 'Units at hand',
    definition: `units that were registered at a level of the PCRS and neither deployed nor at an end ${AT_THE_END}; the levels below add up to it`,
  },
  atL1: { figure: 'atL1', name: 'At Level 1', definition: `of these at Level 1 ${AT_THE_END}` },
  atL2: { figure: 'atL2', name: 'At Level 2', definition: `of these at Level 2 ${AT_THE_END}` },
  atL3: { figure: 'atL3', name: 'At Level 3', definition: `of these at Level 3 ${AT_THE_END}` },
  atRDL: {
    figure: 'atRDL',
    name: 'At the Rapid Deployment Level',
    definition: `of these at the Rapid Deployment Level ${AT_THE_END}`,
  },
  deployed: {
    figure: 'deployed',
    name: 'Units deployed',
    definition: `units with a level that were deployed ${AT_THE_END}; not among those at hand`,
  },
};

/** The fields of announcements, registrations, amendments, terms and targets, in the words of who fills them in. */
import { naming, words, type WordsByField } from './field-words.ts';

export const announcementWords: WordsByField = {
  additional: words(
    'Additional offer',
    'Whether somebody checked that this is a new offer, although another is like it.',
  ),
  additionalNumber: words(
    'Number among equal offers',
    'Which of several equal additional offers this is, counted from 1.',
  ),
  additionalReason: words(
    'Why it is additional',
    'What was found when it was checked against the offers that are known.',
    {
      neededWhen: { says: 'Needed for an additional offer.', field: 'additional', is: [true] },
    },
  ),
  aircraft: words('Aircraft', 'How many aircraft there are in all units together.'),
  amount: words('Amount', 'How much money, in the currency beside it.'),
  announcedOn: words(
    'Day of the announcement',
    'When it was announced; left out where no source gives a date.',
  ),
  announcementId: words(
    'Own id of the announcement',
    'An id of your own, by which the same announcement is known when it is sent again.',
    { example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f6a' },
  ),
  arrearsOwed: words('Arrears owed', 'How much is owed in all, where the promise is to pay arrears.'),
  accreditedOn: words('Day of accreditation', 'When the hospital was accredited by DOS.'),
  baseline: words('Baseline', 'The figure from which a target such as "double" starts.', {
    neededWhen: { says: 'Asked for where the target is a multiple.', field: 'factor' },
  }),
  baselineYear: words('Year of the baseline', 'The year of the figure from which the target starts.'),
  capabilityCode: naming('Capability', 'The code of what is promised, from the taxonomy.', 'capability'),
  category: words('Category', 'The part of the taxonomy to which the promise belongs.'),
  condition: words('Condition', 'What must come first, in the words of the state.'),
  conference: naming(
    'Conference',
    'The meeting at which it was said; left out where it was said at none.',
    'conference',
  ),
  consentReference: words('Reference of the consent', 'The paper in which the one who has to agree agrees.'),
  conversion: words('Conversion of money', 'The rate and its day, where money comes into another currency.'),
  cumulative: words('Phases add up', 'Whether each phase includes those before it.'),
  currency: naming('Currency', 'The currency of the amount, by its ISO 4217 code.', 'currency'),
  deployWithinDays: words('Days to deploy', 'Within how many days of a request the unit can deploy.'),
  description: words('Description', 'What is promised, in one or two sentences.'),
  duplicateChecked: words(
    'Checked for duplicates',
    'No longer taken: say that the offer is additional, and why.',
  ),
  factor: words('Multiple', 'How many times the baseline is aimed at: 2 for "double".'),
  funding: words('Source of the money', 'Whether the money is assessed or voluntary.'),
  hospitalLevel: words('Level of the hospital', 'The level of care that the hospital gives.'),
  hostState: naming('Host state', 'The state in whose country or ministry it is.', 'state'),
  idea: naming('Idea', 'The idea from which this pledge came.', 'idea', {
    example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f6b',
  }),
  implementingBody: naming('Implementing body', 'The body or fund through which it is carried out.', 'body'),
  indicator: words('Indicator', 'What the target measures.'),
  isoAlpha3: naming(
    'Code of the state',
    'The ISO 3166 alpha-3 code, where the name alone is not clear.',
    'state',
  ),
  languages: naming(
    'Languages',
    'The languages that are spoken or taught, by their ISO 639-1 codes.',
    'language',
  ),
  lateEntry: words(
    'Entered late',
    'Whether what was promised is over already and its history is entered only now.',
    { example: true },
  ),
  mainTheme: naming('Main theme', 'The one theme to which it belongs most.', 'theme'),
  memberState: naming('State', 'The member state or organisation that it is about.', 'state'),
  ministry: naming('Ministry', 'The ministry of the speaker.', 'ministry'),
  mission: naming('Mission', 'The mission that it is for, by its code or any of its names.', 'mission'),
  money: words('Money', 'What is promised in money, beside what is counted.'),
  name: words('Name', 'What it is called.'),
  need: naming('Need', 'The need of the board that it answers.', 'need', {
    example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f65',
  }),
  new: words('New value', 'What it shall say from now on.', { example: 'up to 250' }),
  notMeasurable: words('Not measurable', 'Whether the pledge has no target that could be measured.', {
    example: true,
  }),
  old: words('Value so far', 'What it says now.'),
  on: words('Day of the rate', 'The day for which the rate of exchange holds.', { example: '2026-11-05' }),
  partOfUnit: naming('Part of the unit', 'The pledge of the unit to which this one belongs.', 'pledge', {
    example: '2021-seoul/KOR/INF-BN-7F3K2',
  }),
  partners: naming('Partners named', 'Those with whom the state says that it will do it.', 'state'),
  phases: words('Phases', 'The steps in which it comes, in their order.'),
  pledge: naming('This pledge', 'The pledge that the row means, where it is known already.', 'pledge', {
    example: '2021-seoul/KOR/INF-BN-7F3K2',
  }),
  pledgeId: naming('Pledge', 'The pledge that is meant.', 'pledge', {
    example: '2021-seoul/KOR/INF-BN-7F3K2',
  }),
  'AnnouncePledgeRequest.pledgeId': words(
    'Own id of the pledge',
    'An id of your own; left out, it derives from what is announced.',
    { example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61' },
  ),
  postsFrom: words('Posts to be filled from', 'The day from which the posts are to be filled.', {
    example: '2027-01-01',
  }),
  post: words('Title of the post', 'What the post is called; no names of persons.'),
  quantity: words('Quantity', 'How many, as it was said: a number, a range, or "up to 300".'),
  rank: words('Rank of the speaker', 'In which office the speaker spoke for the state.'),
  rate: words('Rate of exchange', 'How many units of the new currency one unit of the old one is.'),
  registrationReference: words(
    'Reference of the registration',
    'Under which it is registered in PCRS or at the desk.',
  ),
  renews: naming(
    'Renewed or updated pledge',
    'The older pledge of the same state that is renewed or brought up to date.',
    'pledge',
    { example: '2019-new-york/NPL/INF-BN-P382B' },
  ),
  repeats: naming('Repeated pledge', 'The pledge of the same state that this one repeats.', 'pledge', {
    example: '2019-new-york/NPL/INF-BN-P382B',
  }),
  source: words('Source', 'Where it was said or written: a paper, a speech, an address.'),
  speaker: words('Speaker', 'Who spoke for the state, and in which office.'),
  'SpeakerRequest.name': words('Name of the speaker', 'Who spoke, as the source writes it.'),
  standing: words(
    'New, renewed or updated',
    'Whether it makes a promise, repeats an older one, or brings it up to date.',
  ),
  strength: words('Strength in persons', 'How many persons there are in all units together.'),
  target: words('Target', 'What is aimed at: a figure, or a multiple such as "double by 2027".'),
  'RegisterPledgeRequest.target': words(
    'Measurable target',
    'What shall be reached, so that it can be said later whether it was.',
    {
      neededWhen: {
        says: 'Needed on the implementation track, unless it is not measurable.',
        field: 'notMeasurable',
        is: [false],
      },
    },
  ),
  targetGroup: words('Target group', 'For whom the training or support is.'),
  terms: words('Terms', 'Where, for whom, how long and through whom.'),
  themes: naming('Themes', 'The themes that it serves, by code or name.', 'theme'),
  timeframe: words('Timeframe', 'From when, by when, or within how many days of a request.'),
  totalId: naming('Total', 'The earlier pledge of the same state in which this one is counted.', 'pledge'),
  tourMonths: words('Months of a tour', 'How many months each person serves.'),
  unit: words('Unit of the quantity', 'What the quantity counts: units, troops, aircraft, or a currency.'),
  unitType: words('Type of unit', 'What kind of unit it is, where the capability leaves it open.'),
  use: words('Use of the money', 'What the money may be spent on.'),
  validUntil: words('Valid until', 'The last day for which the promise stands.', { example: '2030-06-30' }),
  womenShareTarget: words('Share of women aimed at', 'In per cent, or in words such as "double by 2027".'),
  wording: words('Wording', 'What was said this time, in the words of the source.'),
  year: words('Year of the target', 'By which year it shall be reached.'),
  'StateTargetRequest.reason': words('Reason for the change', 'Why the target is another one now.', {
    neededWhen: { says: 'Needed where something that was stated changes.' },
    example: 'The unit was made smaller',
  }),
  'AmendedFieldRequest.field': words('What is amended', 'The part of the promise that changes.'),
  'AmendPledgeRequest.changes': words('Changes', 'What changes, field by field.'),
  'AmendPledgeRequest.consentReference': words(
    'Reference of the consent',
    'The consent of FGS, PD or DOS to a lower promise.',
  ),
  'FundsRequest.currency': naming('Currency', 'The currency of the sum, by its ISO 4217 code.', 'currency'),
  'PhaseRequest.name': words('Name of the phase', 'What the phase is called, such as "year 1".'),
  'PhaseRequest.from': words('Phase begins', 'The first day of the phase.', { example: '2027-01-01' }),
  'PhaseRequest.to': words('Phase ends', 'The last day of the phase.', { example: '2027-12-31' }),
  'RegisterPledgeRequest.consentReference': words(
    'Reference of the consent',
    'The consent to registering less than was announced.',
    {
      neededWhen: {
        says: 'Needed where less is registered than was announced, else delivery is measured by what was announced.',
      },
    },
  ),
  'DecideRepeatRequest.decision': words(
    'New offer or repeat',
    'What was found: an additional offer, or a repeat of a known one.',
  ),
  'DecideRepeatRequest.repeats': naming(
    'Repeated pledge',
    'The pledge of the same state that this one repeats.',
    'pledge',
    { example: '2019-new-york/NPL/INF-BN-P382B' },
  ),
  'CountAgainstRequest.kind': words(
    'Kind of total',
    'Whether the total is a ceiling or a package of its parts.',
  ),
};

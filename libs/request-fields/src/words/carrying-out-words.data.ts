/** The fields of readiness, selection, deployment, delivery, caveats and performance, in the words of who fills them in. */
import { naming, words, type WordsByField } from './field-words.ts';

export const carryingOutWords: WordsByField = {
  acceptedCaveats: words('Accepted caveats', 'The open caveats that the decision accepts in writing.', {
    neededWhen: { says: 'Needed where a caveat that blocks is open.' },
    example: ['0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f63'],
  }),
  acknowledgementReference: words(
    'Reference of the acknowledgement',
    'The paper in which the promise is acknowledged.',
  ),
  act: words('Kind of act', 'What was done: a law, a policy, an endorsement, a report, a statement.'),
  agreementReference: words('Reference of the agreement', 'The agreement on which it rests.', {
    example: 'RDL/2022/5',
  }),
  'AttainLevelRequest.agreementReference': words(
    'Reference of the RDL agreement',
    'The agreement on rapid deployment.',
    {
      neededWhen: { says: 'Needed for RDL, unless the visit named it.', field: 'level', is: ['RDL'] },
    },
  ),
  'FundsRequest.agreementReference': words(
    'Reference of the agreement',
    'The agreement by which the money is bound.',
    {
      neededWhen: { says: 'Needed for a commitment.' },
    },
  ),
  alignmentReference: words(
    'Reference of the alignment',
    'The paper that aligns the unit with the requirements of the mission.',
    {
      neededWhen: { says: 'Needed for Level 3.', field: 'level', is: ['L3'] },
    },
  ),
  amendmentReference: words('Reference of the amendment', 'The paper that amends the memorandum.'),
  answer: words('Answer', 'What is answered, in the words of who answers.'),
  approver: words('Approved by', 'Who approved the exception, by office and name.', {
    neededWhen: { says: 'Needed with an exception.', field: 'exception' },
    example: 'USG for Peace Operations, memo 12',
  }),
  as: words('In full or in part', 'Whether all that was promised was delivered, or a part.'),
  beyondPledge: words('Beyond the pledge', 'Whether there are more persons than posts that were promised.', {
    example: true,
  }),
  blocking: words('Blocks', 'Whether nothing goes on until it is settled or accepted in writing.'),
  'RequestClarificationRequest.blocking': words(
    'Holds up the registration',
    'Whether the pledge is not registered until it is answered.',
  ),
  caveatsAnnex: words('Annex on caveats', 'The annex of the memorandum that lists the caveats.', {
    example: 'Annex F',
  }),
  centre: naming('Training centre', 'Where it was held, by the name of the centre.', 'centre'),
  chathamHouse: words('Chatham House Rule', 'Whether what was said is kept without any name.', {
    example: true,
  }),
  checklists: words('Checklists', 'The checklists that were used.'),
  confirmationReference: words('Reference of the paper', 'The paper by which the state gives the caveat up.'),
  'ConfirmCaveatLiftingRequest.confirmationReference': words(
    'Reference of who confirms',
    'The paper in which the one who confirms says so.',
  ),
  confirmedBy: words('Confirmed by', 'The memo in which FGS or PD confirms the level.', {
    neededWhen: { says: 'Needed for Level 3.', field: 'level', is: ['L3'] },
  }),
  contributors: words('Contributors', 'Who took part in giving the course, and as what.'),
  datedOn: words('Day of the paper', 'The day that the paper itself bears.'),
  decisionReference: words('Reference of the decision', 'The paper in which the unit is chosen.'),
  document: words('Reference of the document', 'Where it is written, if there is no address for it.', {
    example: 'Gazette 2023/41',
  }),
  dosReference: words('Reference of DOS', 'The paper on the part of DOS in the visit.'),
  'AttainLevelRequest.deployWithinDays': words(
    'Days to deploy',
    'Within how many days of a request the unit can deploy.',
    {
      neededWhen: { says: 'Needed for RDL, unless it was registered.', field: 'level', is: ['RDL'] },
    },
  ),
  dueOn: words('Due on', 'The day by which it is due; it may lie ahead.'),
  equipmentAnnexVersion: words(
    'Version of the equipment annex',
    'Which version of the annex on equipment holds.',
  ),
  equipmentArrivalShare: words(
    'Equipment arrived, in per cent',
    'How much of the equipment is there when the unit deploys.',
  ),
  evidence: words('Evidence', 'What shows it: a report, a decision, a document.'),
  'MeetMilestoneRequest.evidence': naming(
    'Evidence',
    'The evidence of this pledge that shows it.',
    'evidence',
  ),
  exception: words('Exception', 'Why it is done although something is missing that it usually needs.', {
    example: 'LIQUIDATION',
  }),
  findings: words('Findings', 'What was found, each in a sentence of its own.'),
  from: words('From', 'The first day.', { example: '2022-06-01' }),
  fund: naming('Fund', 'Where the money goes, by code or name.', 'body'),
  funder: naming('Funder', 'Who gives the money, where it is not the state of the pledge.', 'body', {
    example: 'Norway',
  }),
  gapId: naming('Gap', 'The gap of a mission that is meant.', 'gap'),
  high: words('Upper figure', 'The upper end of what was measured, where it is a range.', { example: 15 }),
  low: words('Figure', 'What was measured, or the lower end of a range.'),
  hostConsent: words('Consent of the host', 'Whether the host state agrees to this unit.'),
  hostInstitution: words('Institution', 'The ministry or institution in which the person serves.', {
    example: 'Ministry of Justice',
  }),
  improvementPlan: words('Plan of improvement', 'What is done about the findings, and by when.'),
  inUse: words('In use', 'Whether what was delivered is used; left out when not known.', { example: true }),
  incidentOn: words('Day of the incident', 'When the caveat was found in the field.'),
  internal: words('Internal', 'Whether it stays between the state and the Secretariat.', { example: true }),
  item: words('Item', 'What was delivered.'),
  leaders: words('Mission leaders', 'How many of those trained lead missions.', { example: 4 }),
  level: words('Level', 'The level of readiness.'),
  link: words('Address', 'Where it can be read.'),
  ledToPledgeId: naming('Pledge that answers', 'The pledge that answers what was found.', 'pledge', {
    example: '2021-seoul/KOR/INF-BN-7F3K2',
  }),
  measure: words('Measure', 'How it is seen that the milestone is met.', { example: '200 persons' }),
  milestones: words('Milestones', 'The steps of the plan, each with its day.'),
  mode: words('In person or remote', 'How the visit is held.'),
  mouReference: words('Reference of the memorandum', 'Of the memorandum of understanding.'),
  needId: naming('Training need', 'The need of the board to which it led.', 'need'),
  nextState: naming('Next state', 'The state that comes next in a multinational rotation.', 'state', {
    example: 'Portugal',
  }),
  note: words('Note', 'What else is to be said about it.', { example: 'Two spare vehicles came with them' }),
  'DeliverEquipmentRequest.note': words('Why more', 'Why it is more than was pledged.', {
    neededWhen: { says: 'Needed where more is delivered than was pledged.' },
    example: 'Two spare vehicles came with them',
  }),
  'FundsRequest.note': words('Why more', 'Why more is received than was committed.', {
    neededWhen: { says: 'Needed where more is received than was committed.' },
    example: 'The rate changed between the two payments',
  }),
  number: words('Number', 'How many.'),
  outOfTurnReason: words('Why out of turn', 'Why another state comes than the list of turns says.', {
    neededWhen: { says: 'Needed where another state comes than the list says.' },
    example: 'Portugal has no aircraft free before June',
  }),
  outcome: words('Outcome', 'How the visit ended for this unit.'),
  outcomes: words('Outcomes', 'How the visit ended, unit by unit.'),
  party: naming('Contributor', 'A state, or a body that is no state.', 'state'),
  persons: words('Persons', 'How many persons serve; each fills a post.'),
  personsPerUnit: words('Persons in a unit', 'How many persons one unit of the pledge is.', {
    neededWhen: { says: 'Asked for where the figures of the pledge and the usual strength leave it open.' },
  }),
  place: words('Place', 'Where it is.'),
  purpose: words('Purpose', 'What the visit is for.'),
  'MatchPledgeRequest.quantity': words(
    'How much is matched',
    'In the unit of the gap; no more than is left of gap and pledge.',
  ),
  question: words('Question', 'What is asked of the state.'),
  'RequestClarificationRequest.field': words(
    'About which part',
    'The part of the promise that the question is about.',
  ),
  receiver: naming('Receiver', 'Who receives it: a state, a mission or a body.', 'state'),
  recommendations: words('Recommendations', 'What the visit recommends, each in a sentence of its own.'),
  reference: words('Reference', 'Of the paper that says so.'),
  reportReference: words('Reference of the report', 'The report in which it is written.'),
  'UnitOutcomeRequest.reportReference': words('Reference of the report', 'The report of the visit.'),
  'RecordVisitOutcomeRequest.reportReference': words('Reference of the report', 'The report of the visit.', {
    neededWhen: { says: 'Needed for an assessment and advisory visit (AAV).' },
  }),
  result: words('Result', 'How it was judged.'),
  retroactiveReason: words('Why it reaches back', 'Why it was signed for a time before the selection.', {
    neededWhen: { says: 'Needed where it begins before the selection.' },
    example: 'The unit deployed before the paper was signed',
  }),
  sha256: words('Fingerprint of the file', 'Its SHA-256, in lower-case hexadecimal digits.'),
  share: words('Share in per cent', 'How much of the whole it is.'),
  'ReportProgressRequest.share': words(
    'Done so far, in per cent',
    'How much is done, as the author sees it.',
  ),
  strengthIn: words('Strength coming', 'How many persons come in.'),
  strengthOut: words('Strength leaving', 'How many persons go home.'),
  surReference: words('Reference of the SUR', 'The statement of unit requirements that the unit meets.', {
    neededWhen: { says: 'Needed for Level 3.', field: 'level', is: ['L3'] },
  }),
  template: naming('Template', 'A milestone of the template of this category.', 'milestone-template', {
    example: 'course-held',
  }),
  text: words('Text', 'In the words of who says it.', { example: 'A second course for 40 officers' }),
  'PlannedMilestoneRequest.text': words('Milestone', 'What is reached with it.', {
    neededWhen: { says: 'Needed unless it is the milestone of a template.' },
  }),
  to: words('Until', 'The last day.', { example: '2023-05-31' }),
  tool: naming('Tool', 'With what it was judged, by any name of the tool.', 'tool'),
  trained: words('Persons trained', 'How many persons took the course.'),
  trancheYear: words('Year of the tranche', 'For which year of a plan of tranches the money is.'),
  turns: words('Turns', 'Who holds the capability when, in order.'),
  units: naming('Units', 'The pledges of the units that are visited.', 'pledge'),
  url: words('Address', 'Where the evidence can be seen.'),
  version: words('Version', 'Which version of the paper it is.'),
  women: words('Women among them', 'How many of them are women; left out when not known.'),
  'FulfilPledgeRequest.reason': words('Reason of the judgement', 'Why it counts as delivered.', {
    neededWhen: { says: 'Needed where the delivery cannot be computed and is judged.' },
  }),
  'ReportProgressRequest.from': words('Report begins', 'The first day that the report is about.'),
  'ReportProgressRequest.to': words('Report ends', 'The last day that the report is about.'),
  'ReportProgressRequest.visibility': words('Who may read it', 'Everybody when left out.'),
  replaces: naming(
    'Report replaced',
    'The report of the same author that this one takes the place of.',
    'progress-report',
    { example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f6d' },
  ),
  reportId: words(
    'Own id of the report',
    'An id of your own, by which the same report is known when it is sent again.',
    { example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f6e' },
  ),
  today: words('Up to which day', 'The day at whose end due work is done; now when left out.', {
    example: '2026-11-05',
  }),
  team: words('Team', 'The offices that go on the visit.'),
};

/** The fields of partnerships, acts for others, corrections, conferences, missions, registers, gaps, needs and ideas. */
import { naming, words, type WordsByField } from './field-words.ts';

export const deskWords: WordsByField = {
  about: words('About', 'Which of several tasks of a kind it is, as the work queue shows it.', {
    example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f66',
  }),
  alias: words('Other name', 'Another name that means the same.'),
  aliases: words('Other names', 'Further names that mean the same.'),
  annuls: naming('Event to annul', 'The event that does not belong, by its id in the history.', 'event'),
  assignee: naming('Assigned to', 'The officer who deals with it; nobody when empty.', 'officer'),
  bodies: naming('Bodies', 'Training centres and other bodies that are no state.', 'body'),
  body: naming('Body', 'A body that is no state, by its name.', 'body', { example: 'UNITAR' }),
  changedOn: words('Day of the change', 'From which day it is so.'),
  changes: words('Changes', 'What should be said instead, field by field.'),
  'ObjectToActRequest.changes': words('Changes', 'What the act should say instead.', {
    neededWhen: { says: 'Needed unless the state did nothing of it.', field: 'wholeAct', is: [false] },
  }),
  children: words('Parts', 'The parts into which the pledge is split.'),
  closesOn: words('Day of closure', 'The last day of the mission.'),
  code: words('Code', 'The short name by which it is known everywhere.'),
  consent: words('Consent', 'Whether the host state agrees to the mission.'),
  'ConsentToMergeRequest.consentReference': words(
    'Reference of the consent',
    'The paper in which the state agrees.',
  ),
  'NameLeadRequest.consentReference': words(
    'Reference of the consent',
    'The paper in which the states agree on the lead.',
  ),
  'SplitPledgeRequest.consentReference': words(
    'Reference of the consent',
    'The paper in which the state agrees to the split.',
    {
      neededWhen: { says: 'Needed where SFGC splits the pledge.', roles: ['SFGC'] },
    },
  ),
  'ConfirmPartnerRequest.consentReference': words(
    'How the lead agreed',
    'The paper in which the lead agrees.',
    {
      neededWhen: { says: 'Needed from the desk.', roles: ['DESK'] },
    },
  ),
  'DeclinePartnerRequest.consentReference': words(
    'How the lead agreed',
    'The paper in which the lead agrees.',
    {
      neededWhen: { says: 'Needed from the desk.', roles: ['DESK'] },
    },
  ),
  'InvitePartnerRequest.consentReference': words(
    'How the lead agreed',
    'The paper in which the lead agrees.',
    {
      neededWhen: { says: 'Needed from the desk.', roles: ['DESK'] },
    },
  ),
  'DowngradeLevelRequest.consentReference': words('Reference of the consent', 'The consent of FGS or PD.', {
    neededWhen: { says: 'Needed while the unit is selected or later.' },
    example: 'FGS/2023/9',
  }),
  contactOn: words('Day of the contact', 'When the talk took place.'),
  corrects: naming('Event to correct', 'The event that is mistaken, by its id in the history.', 'event'),
  coveredByAav: words('Covered by the AAV', 'Whether the visit named this part, so that it keeps Level 2.'),
  crossCuttingThemes: words('Cross-cutting themes', 'Themes that run through all sessions.'),
  date: words('Day of the paper', 'The day that the paper bears.', { example: '2026-01-12' }),
  decision: words('Decision', 'What was decided.'),
  dosNoteReference: words('Reference of the note of DOS', 'The note of DOS on the parting.', {
    neededWhen: { says: 'Needed after the memorandum of understanding.' },
    example: 'DOS/2023/77',
  }),
  edition: words('Day of the edition', 'From which day the edition holds.'),
  end: words('Last day', 'As exact as known: a day, a month or a year.'),
  eventId: naming('Event', 'The event that is skipped, by its id.', 'event'),
  field: words('Field', 'The field that is meant, by its name in the event.'),
  followsPledge: naming('Pledge that showed it', 'The pledge whose performance led to the need.', 'pledge', {
    example: '2021-seoul/KOR/INF-BN-7F3K2',
  }),
  'AddNameRequest.from': words('Since', 'Since when it is: a day, a month or a year.'),
  'AddNameRequest.to': words('Until', 'Until when it was: a day, a month or a year.'),
  group: words('Group', 'The group of consumers that stopped.'),
  handoverOn: words('Day of the hand-over', 'When the next state takes over; it may lie ahead.', {
    neededWhen: { says: 'For a hand-over.', field: 'kind', is: ['HANDOVER'] },
    example: '2030-01-01',
  }),
  handoverTo: naming('Handed over to', 'The state that takes over.', 'state', { example: 'Denmark' }),
  headlineTotals: words('Totals as published', 'What the organisers published as the result.'),
  hostStates: naming('Host states', 'The states in which the mission is.', 'state'),
  hostsCoChairs: naming(
    'Hosts and co-chairs',
    'Those who host or chair, where it is not said who does what.',
    'state',
  ),
  kind: words('Kind', 'Which kind it is.'),
  lead: naming('Lead', 'The state of the partnership that leads.', 'state'),
  leadConsentReference: words('How the lead agreed', 'The paper in which the lead agrees.', {
    example: 'NV/2026/12',
  }),
  leadState: naming('Lead', 'The state that leads the joint pledge.', 'state'),
  mainConference: naming('Main conference', 'The one that a preparatory conference prepares.', 'conference', {
    example: '2021-seoul',
  }),
  mandatedUntil: words('Mandated until', 'The last day of the present mandate.'),
  mergeId: words('Merger', 'The merger to which the states agree.', {
    neededWhen: { says: 'Needed from the second state that agrees.' },
    example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f66',
  }),
  neededBy: words('Needed by', 'The day by which it is needed; it may lie ahead.', { example: '2030-06-30' }),
  occurredOn: words('Day of the act', 'The day on which it happened; today when left out.', {
    example: '2026-11-05',
  }),
  onBehalfOf: words(
    'On behalf of',
    'The state or body whose act an officer records, and the paper that tells of it.',
  ),
  others: naming('Pledges of the others', 'The pledges of the other states.', 'pledge', {
    example: ['2021-seoul/SRB/HOSP-L2-9K2M1'],
  }),
  paper: words('Paper', 'The note verbale, cable or record that tells of the act.'),
  part: words('Part', 'Which part it takes: who trains, funds, hosts, equips or mentors.', {
    example: 'FUNDER',
  }),
  participants: words('Participants', 'Who took part, as published.'),
  pledges: naming('Pledges', 'The pledges that are meant, each once.', 'pledge'),
  priority: words('Priority', 'How urgent it is.'),
  proposalId: naming('Request', 'The request of the partner, by its id.', 'proposal', {
    example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f6c',
  }),
  published: words('Published by others', 'What others published, each with its own source.'),
  raisesFor: naming('Raises money for', 'The fund, body or mission for which money is raised.', 'body', {
    example: 'Peacebuilding Fund',
  }),
  reason: words('Reason', 'Why, in a sentence that can be read later.', {
    example: 'The figures were revised',
  }),
  'DeclineRegistrationRequest.reason': words('Ground', 'On which of these grounds it is declined.'),
  'DowngradeLevelRequest.reason': words('Ground', 'On which of these grounds the level is taken.'),
  'RepatriateUnitRequest.reason': words('Ground', 'On which of these grounds the unit goes home.'),
  requirement: words('Place in the requirements', 'The slot of a set of requirements from which it comes.'),
  revision: words('Revision', 'The place of the event in its stream.'),
  role: words('Role', 'What it gives, or as what it takes part.'),
  roles: words('Roles', 'Who hosts, chairs or drives a theme.'),
  series: words(
    'Of the series',
    'Whether it is one of the summits and ministerials held in turn since 2014.',
    { example: true },
  ),
  set: naming('Set of requirements', 'The set in which the slot is.', 'requirement-set'),
  slot: naming('Slot', 'The place in the set, the same in every edition.', 'requirement-slot'),
  slots: words('Slots', 'What is asked for, place by place.'),
  start: words('First day', 'As exact as known: a day, a month or a year.'),
  state: naming('State', 'The state that is meant, by name or code.', 'state'),
  states: naming('States', 'The states that are meant, by name or code.', 'state'),
  statesWithNewPledges: words('States with new pledges', 'How many states pledged anew, as published.'),
  stream: naming('Stream', 'The stream of the event that is skipped.', 'stream'),
  substitutes: naming('Substitutes', 'Other capabilities that fill it as well.', 'capability'),
  task: naming('Task', 'The task that it is about; the pledge as a whole when left out.', 'task'),
  'RegisterConferenceRequest.themes': words(
    'Themes of the meeting',
    'What its sessions are about, in its own words.',
  ),
  'ReviseConferenceRequest.themes': words(
    'Themes of the meeting',
    'What its sessions are about, in its own words.',
  ),
  title: words('Title', 'What it is called.'),
  value: words('Value as published', 'What was published, word for word.'),
  visibility: words('Who may read it', 'Who may read it; everybody when left out.', { example: 'PUBLIC' }),
  what: words('What it is about', 'Which fact or text it is.'),
  'RecordPoliticalActRequest.what': naming(
    'Text or matter',
    'What was endorsed, passed or reported on.',
    'text',
  ),
  wholeAct: words('Not at all', 'Whether the state did nothing of what was recorded.'),
  with: words('With whom', 'The office that was spoken to; no names.'),
  'SimulateRequest.pledges': words('Number of pledges', 'How many pledges are simulated.'),
  seed: words('Seed', 'A number from which the lives are drawn: the same one makes the same lives.'),
  years: words('Years', 'Over how many years the lives are spread.'),
};

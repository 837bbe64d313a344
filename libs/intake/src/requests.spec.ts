/** Bodies go through the pipe that the runtime puts before every controller. */
import { ValidationPipe, type Type } from '@nestjs/common';
import {
  AcknowledgePledgeRequest,
  AnnouncePledgeRequest,
  LinkAnnouncementRequest,
} from './announcement/announcement.request.ts';
import { DeclareConditionRequest, SettleConditionRequest } from './conditions/conditions.request.ts';
import { ProposeAnnulmentRequest, RejectAnnulmentRequest } from './correction/annulment.request.ts';
import { ProposeCorrectionRequest, RejectCorrectionRequest } from './correction/correction.request.ts';
import { RegisterConferenceRequest, ReviseConferenceRequest } from './conference/conference.request.ts';
import { conferenceCode, uuid } from '@pledgeline/request-fields';
import {
  DeclineRegistrationRequest,
  ProvideClarificationRequest,
  ReceiveDocumentationRequest,
  RegisterPledgeRequest,
  RequestClarificationRequest,
} from './registration/registration.request.ts';
import * as merge from './merge/merge.request.ts';
import * as partnership from './partnership/partnership.request.ts';
import { id } from './testing/a-request.ts';
import { DecideRepeatRequest } from './standing/standing.request.ts';
import * as support from './support/support.request.ts';
import { StateTermsRequest } from './terms/terms.request.ts';
import { WithdrawPledgeRequest } from './validity/validity.request.ts';

const pipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => new Error(errors.map(({ property }) => property).join(', ')),
});

const parse = (metatype: Type, body: unknown): Promise<unknown> =>
  pipe.transform(body, { type: 'body', metatype });

const change = { field: 'quantity', old: null, new: { min: 1, max: null, unit: null, asStated: '1' } };
const promise = { memberState: 'Korea', category: 'UNIT', description: 'A unit', source: 'Press' };
const question = { question: 'When?', dueOn: '2030-01-31', blocking: true };
const document = { kind: 'NOTE_VERBALE', version: 1, sha256: 'a'.repeat(64) };
const registration = { capabilityCode: 'INF-BN', registrationReference: 'PCRS/1' };
const partner = { state: 'PRT', role: 'UNIT', share: 20, from: '2030-01-01', leadConsentReference: 'NV/1' };
const meeting = { kind: 'ministerial', name: 'Ministerial', source: 'Press' };

it.each<[string, Type, object]>([
  ['the least that can be announced', AnnouncePledgeRequest, promise],
  ['a correction', ProposeCorrectionRequest, { corrects: id(1), changes: [change], reason: 'Wrong' }],
  ['its rejection', RejectCorrectionRequest, { reason: 'Right' }],
  ['an annulment', ProposeAnnulmentRequest, { annuls: id(1), reason: 'Not theirs' }],
  ['its rejection', RejectAnnulmentRequest, { reason: 'It is' }],
  [
    'a full row',
    AnnouncePledgeRequest,
    {
      ...promise,
      pledgeId: id(1),
      conference: '2021-seoul',
      isoAlpha3: 'KOR',
      capabilityCode: 'INF-BN',
      quantity: 'up to 300',
      unit: 'troops',
      timeframe: 'soon',
      partners: 'United States; Kenya',
      announcedOn: '2021-12-07',
      additional: true,
      additionalReason: 'A second unit',
      additionalNumber: 2,
      pledge: id(2),
    },
  ],
  ['a number, and a list', AnnouncePledgeRequest, { ...promise, quantity: 3, partners: ['Kenya'] }],
  ['persons and aircraft beside units', AnnouncePledgeRequest, { ...promise, strength: 850, aircraft: '3' }],
  ['nulls for what was not stated', AnnouncePledgeRequest, { ...promise, quantity: null, announcedOn: null }],
  ['a partnership', partnership.DeclarePartnershipRequest, { kind: 'ROTATION' }],
  ['a partner', partnership.JoinPartnershipRequest, partner],
  [
    'a departure',
    partnership.LeavePartnershipRequest,
    { state: 'PRT', role: 'UNIT', reason: 'Needed at home' },
  ],
  ['a consent', merge.ConsentToMergeRequest, { leadState: 'NOR', role: 'UNIT', consentReference: 'NV' }],
  [
    'a consent that names others',
    merge.ConsentToMergeRequest,
    { leadState: 'NOR', role: 'UNIT', consentReference: 'NV', others: [id(2), id(3)] },
  ],
  [
    'a merger',
    merge.MergePledgesRequest,
    { mergeId: id(1), others: [id(2)], capabilityCode: 'HOSP-L2', description: 'A hospital' },
  ],
  ['a lead', partnership.NameLeadRequest, { lead: 'PRT', consentReference: 'NV/1' }],
  ['a condition', DeclareConditionRequest, { text: 'If Congress agrees' }],
  ['what became of it', SettleConditionRequest, { evidence: 'Vote', occurredOn: '2026-01-01' }],
  ['a link', LinkAnnouncementRequest, { memberState: 'KOR', wording: 'One unit', source: 'Press' }],
  [
    'an acknowledgement',
    AcknowledgePledgeRequest,
    { acknowledgementReference: 'A', occurredOn: '2024-02-29' },
  ],
  ['a withdrawal', WithdrawPledgeRequest, { reason: 'Elsewhere' }],
  ['a repeat', DecideRepeatRequest, { decision: 'REPEAT', repeats: id(1), reason: 'Seen' }],
  ['terms', StateTermsRequest, { terms: { hospitalLevel: 2 }, source: 'DOS/7' }],
  ['a question', RequestClarificationRequest, question],
  ['an answer', ProvideClarificationRequest, { answer: 'In March' }],
  [
    'a study',
    support.RequestSupportRequest,
    { kind: 'STUDY', text: 'Which engines?', neededBy: '2030-01-31' },
  ],
  ['its answer', support.AnswerSupportRequestRequest, { answer: 'Sent', reference: 'DPO/7' }],
  ['no study', support.DeclineSupportRequestRequest, { reason: 'No team' }],
  ['a document', ReceiveDocumentationRequest, document],
  ['a registration', RegisterPledgeRequest, registration],
  ['a refusal', DeclineRegistrationRequest, { reason: 'DUPLICATE', text: 'See the other' }],
  [
    'a conference',
    RegisterConferenceRequest,
    { ...meeting, code: '2027-nairobi', start: '2027', end: '2027-05' },
  ],
  ['its revision', ReviseConferenceRequest, { ...meeting, hostsCoChairs: ['Kenya'], themes: [] }],
])('%s is accepted', async (_, type, body) => {
  await expect(parse(type, body)).resolves.toBeInstanceOf(type);
});

it.each<[string, Type, object, string]>([
  ['nothing', AcknowledgePledgeRequest, {}, 'acknowledgementReference'],
  ['an unknown field', AnnouncePledgeRequest, { ...promise, amount: 1 }, 'amount'],
  ['a strength in a list', AnnouncePledgeRequest, { ...promise, strength: [850] }, 'strength'],
  ['a negative number of aircraft', AnnouncePledgeRequest, { ...promise, aircraft: -3 }, 'aircraft'],
  ['a decision that is none', DecideRepeatRequest, { decision: 'MAYBE', reason: 'Seen' }, 'decision'],
  ['a decision without a reason', DecideRepeatRequest, { decision: 'ADDITIONAL' }, 'reason'],
  ['terms of no source', StateTermsRequest, { terms: { post: 'Planner' } }, 'source'],
  ['a study of no kind', support.RequestSupportRequest, { kind: 'POEM', text: 'Which?' }, 'kind'],
  ['a study of nothing', support.RequestSupportRequest, { kind: 'STUDY', text: ' ' }, 'text'],
  [
    'a study by no day',
    support.RequestSupportRequest,
    { kind: 'STUDY', text: 'W', neededBy: '2030-02-30' },
    'neededBy',
  ],
  ['an answer that says nothing', support.AnswerSupportRequestRequest, { answer: '' }, 'answer'],
  ['a refusal for no reason', support.DeclineSupportRequestRequest, {}, 'reason'],
  ['an unknown term', StateTermsRequest, { terms: { colour: 'blue' }, source: 'Press' }, 'terms'],
  ['no terms', StateTermsRequest, { source: 'Press' }, 'terms'],
  ['a blank description', AnnouncePledgeRequest, { ...promise, description: ' \n' }, 'description'],
  [
    'an invisible description',
    AnnouncePledgeRequest,
    { ...promise, description: '\u200b\u2060\ufeff' },
    'description',
  ],
  ['a state of fillers', AnnouncePledgeRequest, { ...promise, memberState: '\u3164' }, 'memberState'],
  ['an invisible quantity', AnnouncePledgeRequest, { ...promise, quantity: '\u00ad' }, 'quantity'],
  ['an invisible partner', AnnouncePledgeRequest, { ...promise, partners: ['Kenya', '\u2800'] }, 'partners'],
  [
    'an invisible theme of a conference',
    ReviseConferenceRequest,
    { ...meeting, themes: ['\u200d'] },
    'themes',
  ],
  [
    'a long description',
    AnnouncePledgeRequest,
    { ...promise, description: 'x'.repeat(10_001) },
    'description',
  ],
  ['a number for a name', AnnouncePledgeRequest, { ...promise, memberState: 410 }, 'memberState'],
  ['an unknown category', AnnouncePledgeRequest, { ...promise, category: 'unit' }, 'category'],
  [
    'a category that every object has',
    AnnouncePledgeRequest,
    { ...promise, category: 'toString' },
    'category',
  ],
  ['a negative number', AnnouncePledgeRequest, { ...promise, quantity: -1 }, 'quantity'],
  ['an object for a quantity', AnnouncePledgeRequest, { ...promise, quantity: { min: 1 } }, 'quantity'],
  ['a blank quantity', AnnouncePledgeRequest, { ...promise, quantity: ' ' }, 'quantity'],
  ['a blank conference', AnnouncePledgeRequest, { ...promise, conference: '' }, 'conference'],
  ['a day that is none', RequestClarificationRequest, { ...question, dueOn: '2021-02-30' }, 'dueOn'],
  ['a day the American way', RequestClarificationRequest, { ...question, dueOn: '12/07/2021' }, 'dueOn'],
  ['a day before any operation', RequestClarificationRequest, { ...question, dueOn: '1948-05-28' }, 'dueOn'],
  ['a zero day', RequestClarificationRequest, { ...question, dueOn: '1899-12-30' }, 'dueOn'],
  ['a number for a day', AnnouncePledgeRequest, { ...promise, announcedOn: 44537 }, 'announcedOn'],
  ['an empty partner', AnnouncePledgeRequest, { ...promise, partners: 'Kenya;;' }, 'partners'],
  ['a partner within a list', AnnouncePledgeRequest, { ...promise, partners: [['Kenya']] }, 'partners'],
  [
    'too many partners',
    AnnouncePledgeRequest,
    { ...promise, partners: Array(101).fill('Kenya') },
    'partners',
  ],
  ['another id', AnnouncePledgeRequest, { ...promise, pledgeId: '1' }, 'pledgeId'],
  ['yes as text', AnnouncePledgeRequest, { ...promise, additional: 'yes' }, 'additional'],
  ['a blank reason', AnnouncePledgeRequest, { ...promise, additionalReason: ' ' }, 'additionalReason'],
  ['number nought', AnnouncePledgeRequest, { ...promise, additionalNumber: 0 }, 'additionalNumber'],
  ['what was replaced', AnnouncePledgeRequest, { ...promise, duplicateChecked: true }, 'duplicateChecked'],
  ['no due date', RequestClarificationRequest, { ...question, dueOn: undefined }, 'dueOn'],
  ['perhaps', RequestClarificationRequest, { ...question, blocking: null }, 'blocking'],
  ['an unknown kind', ReceiveDocumentationRequest, { ...document, kind: 'LETTER' }, 'kind'],
  ['version nought', ReceiveDocumentationRequest, { ...document, version: 0 }, 'version'],
  ['a hash in capitals', ReceiveDocumentationRequest, { ...document, sha256: 'A'.repeat(64) }, 'sha256'],
  ['a short hash', ReceiveDocumentationRequest, { ...document, sha256: 'a'.repeat(63) }, 'sha256'],
  ['no days', RegisterPledgeRequest, { ...registration, deployWithinDays: 0 }, 'deployWithinDays'],
  ['no reason of the list', DeclineRegistrationRequest, { reason: 'BAD', text: 'x' }, 'reason'],
  ['a code with a slash', RegisterConferenceRequest, { ...meeting, code: '2027/nairobi' }, 'code'],
  ['a code without end', RegisterConferenceRequest, { ...meeting, code: 'a-'.repeat(50) + 'a' }, 'code'],
  [
    'a year before any operation',
    RegisterConferenceRequest,
    { ...meeting, code: 'a', start: '1947' },
    'start',
  ],
  ['a month that is none', RegisterConferenceRequest, { ...meeting, code: 'a', start: '2027-13' }, 'start'],
  ['a host that is none', ReviseConferenceRequest, { ...meeting, hostsCoChairs: [null] }, 'hostsCoChairs'],
])('%s is refused by field', async (_, type, body, field) => {
  await expect(parse(type, body)).rejects.toThrow(new RegExp(`^${field}$`));
});

describe('path parameters', () => {
  it('well formed ones pass', () => {
    expect(uuid.transform(id(1), { data: 'pledgeId' })).toBe(id(1));
    expect(conferenceCode.transform('2021-seoul', { data: 'code' })).toBe('2021-seoul');
  });

  it.each(['', '1', id(1).toUpperCase().replace('8000', 'ABCD'), `${id(1)}/x`, undefined])(
    '%s is refused by name',
    (value) => {
      const attempt = () => uuid.transform(value, { data: 'pledgeId' });
      expect(attempt).toThrow(
        expect.objectContaining({ code: 'ID_INVALID', details: { field: 'pledgeId' } }),
      );
    },
  );

  it.each(['', 'Seoul', '../x', 'a--b', 'x'.repeat(61)])('%s is no code', (value) => {
    expect(() => conferenceCode.transform(value, { data: 'code' })).toThrow(
      expect.objectContaining({ code: 'ID_INVALID', details: { field: 'code' } }),
    );
  });
});

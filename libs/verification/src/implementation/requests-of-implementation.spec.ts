/** The bodies of the implementation track, as they pass the pipe that the runtime puts before every controller. */
import type { Type } from '@nestjs/common';
import * as delivery from '../delivery/delivery.request.ts';
import { FundsRequest } from '../delivery/funds.request.ts';
import * as implementation from './implementation.request.ts';
import { id } from '../testing/a-unit.ts';
import { parse } from '../testing/parsed.request.ts';

const milestone = { text: '200 trained', dueOn: '2026-03-01' };
const funds = { amount: 70, currency: 'USD' };
const course = { trained: 40, place: 'Entebbe', from: '2026-01-01', to: '2026-01-02' };
const secondment = { persons: 2, post: 'Planner', from: '2026-01-01', to: '2027-01-01' };

it.each<[string, Type, object]>([
  ['a plan', implementation.PlanImplementationRequest, { milestones: [milestone] }],
  [
    'a plan by templates',
    implementation.PlanImplementationRequest,
    { milestones: [{ dueOn: '2026-03-01', template: 'AGREEMENT' }], implementingBody: null },
  ],
  ['a revision', implementation.ReviseMilestoneRequest, { dueOn: '2026-03-01', reason: 'Late' }],
  ['a start', implementation.StartImplementationRequest, {}],
  ['a completion', implementation.MeetMilestoneRequest, { evidence: [id(12)] }],
  ['evidence', implementation.SubmitEvidenceRequest, { kind: 'LINK', url: 'https://example.org' }],
  ['its verification', implementation.VerifyEvidenceRequest, {}],
  ['its rejection', implementation.RejectEvidenceRequest, { reason: 'Not signed' }],
  ['money', FundsRequest, funds],
  ['money by the thousandth', FundsRequest, { ...funds, amount: 0.001, currency: 'KWD', note: null }],
  ['a course', delivery.DeliverCourseRequest, course],
  [
    'a course of three',
    delivery.DeliverCourseRequest,
    { ...course, contributors: [{ party: 'Japan', part: 'FUNDER' }], languages: ['French'], women: 0 },
  ],
  ['a secondment', delivery.SecondExpertRequest, secondment],
  ['its end', delivery.EndSecondmentRequest, { occurredOn: '2026-01-02' }],
  ['equipment', delivery.DeliverEquipmentRequest, { item: 'Tent', number: 1, receiver: 'GHA', inUse: null }],
  ['an act', delivery.RecordPoliticalActRequest, { act: 'LAW', what: 'Conduct act', document: 'Act 1' }],
  ['a measurement', delivery.MeasureTargetRequest, { indicator: 'WOMEN_IN_UNIT', low: 12.5 }],
])('%s is accepted', async (_, type, body) => {
  await expect(parse(type, body)).resolves.toBeInstanceOf(type);
});

it.each<[string, Type, object, string]>([
  ['no milestones', implementation.PlanImplementationRequest, { milestones: [] }, 'milestones'],
  [
    'a milestone of no day',
    implementation.PlanImplementationRequest,
    { milestones: [{ ...milestone, dueOn: '2026-02-30' }] },
    'milestones',
  ],
  ['a revision without a reason', implementation.ReviseMilestoneRequest, { text: 'x' }, 'reason'],
  ['a completion without evidence', implementation.MeetMilestoneRequest, { evidence: [] }, 'evidence'],
  ['hearsay', implementation.SubmitEvidenceRequest, { kind: 'HEARSAY' }, 'kind'],
  ['half a hash', implementation.SubmitEvidenceRequest, { kind: 'LAW', sha256: 'ab' }, 'sha256'],
  ['no address', implementation.SubmitEvidenceRequest, { kind: 'LINK', url: 'javascript:1' }, 'url'],
  ['no money', FundsRequest, { ...funds, amount: 0 }, 'amount'],
  ['money owed', FundsRequest, { ...funds, amount: -1 }, 'amount'],
  ['dust', FundsRequest, { ...funds, amount: 0.0001 }, 'amount'],
  ['all the money', FundsRequest, { ...funds, amount: 1e13 }, 'amount'],
  ['dollars', FundsRequest, { ...funds, currency: 'dollars' }, 'currency'],
  ['another source', FundsRequest, { ...funds, funding: 'GIFT' }, 'funding'],
  ['a tranche long ago', FundsRequest, { ...funds, trancheYear: 20 }, 'trancheYear'],
  ['nobody trained', delivery.DeliverCourseRequest, { ...course, trained: 0 }, 'trained'],
  ['fewer than no women', delivery.DeliverCourseRequest, { ...course, women: -1 }, 'women'],
  [
    'a contributor without a part',
    delivery.DeliverCourseRequest,
    { ...course, contributors: [{ party: 'JPN' }] },
    'contributors',
  ],
  [
    'contributors that are none',
    delivery.DeliverCourseRequest,
    { ...course, contributors: 3 },
    'contributors',
  ],
  ['nobody seconded', delivery.SecondExpertRequest, { ...secondment, persons: 0 }, 'persons'],
  [
    'perhaps in use',
    delivery.DeliverEquipmentRequest,
    { item: 'Tent', number: 1, receiver: 'GHA', inUse: 'perhaps' },
    'inUse',
  ],
  ['an unknown act', delivery.RecordPoliticalActRequest, { act: 'TWEET', what: 'x' }, 'act'],
  ['an unknown indicator', delivery.MeasureTargetRequest, { indicator: 'MORALE', low: 1 }, 'indicator'],
  ['a measurement of nothing', delivery.MeasureTargetRequest, { indicator: 'FUEL_SAVED' }, 'low'],
])('%s is refused by field', async (_, type, body, field) => {
  await expect(parse(type, body)).rejects.toThrow(new RegExp(`^${field}$`));
});

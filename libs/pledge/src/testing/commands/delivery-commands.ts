/** Accepted examples: what was given for a pledge is noted. */
import { NOT_ON_RECORD } from '@pledgeline/contracts';
import type { DeliveryCommands } from '../../delivery/delivery.state.ts';
import { COURSE, PLEDGE, SECONDMENT, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

const money = {
  pledgeId: PLEDGE,
  amount: 2_500_000,
  currency: 'USD',
  fund: 'Peacebuilding Fund',
  funder: null,
  funding: 'VOLUNTARY',
  trancheYear: null,
  agreementReference: 'PBF/2026/1',
  note: null,
} as const;

export const deliveryCommands: ExamplesOf<keyof DeliveryCommands> = {
  PledgeFunds: { type: 'PledgeFunds', data: money, meta: state },
  CommitFunds: { type: 'CommitFunds', data: money, meta: state },
  ReceiveFunds: {
    type: 'ReceiveFunds',
    data: { ...money, note: 'Nothing was committed before' },
    meta: by('IMPL'),
  },
  DeliverCourse: {
    type: 'DeliverCourse',
    data: {
      pledgeId: PLEDGE,
      courseId: COURSE,
      capabilityCode: 'TRG-ENG',
      trained: 40,
      women: 12,
      leaders: null,
      place: 'Entebbe',
      centre: null,
      languages: ['English', 'French'],
      contributors: [
        { party: 'JPN', part: 'FUNDER' },
        { party: 'KEN', part: 'TRAINER' },
        { party: 'UGA', part: 'HOST' },
      ],
      from: '2026-01-05',
      to: '2026-01-14',
    },
    meta: by('IMPL'),
  },
  SecondExpert: {
    type: 'SecondExpert',
    data: {
      pledgeId: PLEDGE,
      secondmentId: idOf(82),
      persons: 2,
      post: 'Planner, U5',
      mission: 'UNMISS',
      hostInstitution: null,
      from: '2026-02-01',
      to: '2027-02-01',
      beyondPledge: false,
      ...NOT_ON_RECORD,
    },
    meta: state,
  },
  EndSecondment: {
    type: 'EndSecondment',
    data: { pledgeId: PLEDGE, secondmentId: SECONDMENT },
    meta: state,
  },
  DeliverEquipment: {
    type: 'DeliverEquipment',
    data: {
      pledgeId: PLEDGE,
      item: 'Mine-protected vehicle',
      number: 4,
      receiver: 'Ghana',
      inUse: true,
      note: null,
    },
    meta: by('MISSION'),
  },
  RecordPoliticalAct: {
    type: 'RecordPoliticalAct',
    data: {
      pledgeId: PLEDGE,
      act: 'ENDORSEMENT',
      what: 'Kigali Principles',
      link: 'https://example.org/kigali',
      document: null,
    },
    meta: state,
  },
  MeasureTarget: {
    type: 'MeasureTarget',
    data: { pledgeId: PLEDGE, indicator: 'WOMEN_IN_UNIT', low: 12, high: 12, target: 15 },
    meta: by('EVAL'),
  },
};

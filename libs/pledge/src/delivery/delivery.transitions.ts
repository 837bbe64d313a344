/** What was given for a pledge: when it may be noted, and by whom. Lifecycle page, section 7. */
import type { Status } from '@pledgeline/contracts';
import { COMMON, IMPLEMENTATION, IMPLEMENTATION_UNDATED, UNTIL_READY } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { deliverCourse, deliverEquipment, measureTarget, recordPoliticalAct } from './contributions.ts';
import type { DeliveryWishes } from './delivery.wishes.ts';
import { commitFunds, pledgeFunds, receiveFunds } from './funds.ts';
import { endSecondment, heldPost, secondExpert } from './secondments.ts';

const FROM_REGISTRATION: readonly Status[] = ['REGISTERED', 'PLANNED', 'IN_PROGRESS'];

export const deliveryTransitions: Rows<keyof DeliveryWishes> = {
  PledgeFunds: {
    ...IMPLEMENTATION,
    from: FROM_REGISTRATION,
    roles: ['MS'],
    decide: pledgeFunds,
    events: ['FundsPledged'],
    to: null,
  },
  CommitFunds: {
    ...IMPLEMENTATION,
    from: FROM_REGISTRATION,
    roles: ['MS'],
    decide: commitFunds,
    events: ['FundsCommitted'],
    to: null,
  },
  ReceiveFunds: {
    ...IMPLEMENTATION,
    from: FROM_REGISTRATION,
    roles: ['IMPL'],
    decide: receiveFunds,
    events: ['FundsReceived'],
    to: null,
  },
  DeliverCourse: {
    ...IMPLEMENTATION_UNDATED,
    from: ['IN_PROGRESS'],
    roles: ['IMPL'],
    decide: deliverCourse,
    events: ['CourseDelivered'],
    to: null,
  },
  SecondExpert: {
    ...IMPLEMENTATION_UNDATED,
    from: FROM_REGISTRATION,
    roles: ['MS', 'IMPL'],
    decide: secondExpert,
    events: ['ExpertSeconded'],
    to: null,
  },
  EndSecondment: {
    ...IMPLEMENTATION,
    from: FROM_REGISTRATION,
    roles: ['MS', 'IMPL'],
    needs: 'a post that is held',
    precondition: heldPost,
    decide: endSecondment,
    events: ['SecondmentEnded'],
    to: null,
  },
  DeliverEquipment: {
    ...IMPLEMENTATION,
    from: ['IN_PROGRESS'],
    roles: ['IMPL', 'MISSION'],
    decide: deliverEquipment,
    events: ['EquipmentDelivered'],
    to: null,
  },
  RecordPoliticalAct: {
    ...IMPLEMENTATION,
    from: FROM_REGISTRATION,
    roles: ['MS'],
    decide: recordPoliticalAct,
    events: ['PoliticalActRecorded'],
    to: null,
  },
  MeasureTarget: {
    ...COMMON,
    from: [...UNTIL_READY, 'DEPLOYED', 'PLANNED', 'IN_PROGRESS'],
    roles: ['EVAL', 'MS'],
    decide: measureTarget,
    events: ['TargetMeasured'],
    to: null,
  },
};

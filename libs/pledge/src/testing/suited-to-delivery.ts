/** What fits the example commands of what is given to a pledge on which any example would fall flat. */
import { addDays } from '@pledgeline/contracts';
import type { DeliveryCommands } from '../delivery/delivery.state.ts';
import type { EvaluationCommands } from '../evaluation/evaluation.state.ts';
import type { Pledge } from '../state.ts';
import { idOf } from './named-events.ts';

type Changes = { readonly [Type in keyof (DeliveryCommands & EvaluationCommands)]?: object };

/** @param n which step of the walk it is: what a command makes has the id of its step. */
export const suitedToDelivery = (pledge: Pledge, today: string, body: number, n: number): Changes => {
  const held = pledge.delivered?.secondments.find(({ endedOn, from }) => endedOn === null && from < today);
  return {
    PledgeFunds: { amount: 0.1 + body, trancheYear: 2026 + (body % 2) },
    CommitFunds: { amount: 0.2 + body },
    ReceiveFunds: { amount: 0.1 + body, note: body % 2 === 0 ? 'As agreed by letter' : null },
    DeliverCourse: {
      courseId: idOf(8000 + n),
      women: body % 3 === 0 ? null : body,
      from: addDays(today, -5),
      to: today,
    },
    SecondExpert: {
      secondmentId: idOf(8100 + n),
      post: `Planner ${body}`,
      from: addDays(today, -1),
      to: addDays(today, 180),
    },
    EndSecondment: { secondmentId: held?.secondmentId ?? idOf(8999) },
    DeliverEquipment: { number: 1 + body, inUse: body % 2 === 0 ? null : true },
    EvaluateCourse: {
      courseId: pledge.delivered?.courses.at(-1)?.courseId ?? idOf(8998),
      evaluationId: idOf(8200 + n),
      internal: body % 2 === 0,
    },
    MeasureTarget: { low: body, high: body * 2, target: null },
  };
};

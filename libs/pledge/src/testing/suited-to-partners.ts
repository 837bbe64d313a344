/** What fits the example commands about conditions and partners to a pledge on which any example would fall flat. */
import { openConditions } from '../conditions/conditions.state.ts';
import type { ConditionWishes } from '../conditions/conditions.wishes.ts';
import type { Pledge } from '../state.ts';
import { idOf } from './named-events.ts';

type Changes = { readonly [Type in keyof ConditionWishes]?: object };

/** @param n which step of the walk it is: what a command makes has the id of its step. */
export const suitedToPartners = (pledge: Pledge, body: number, n: number): Changes => {
  const open = openConditions(pledge);
  const conditionId = open[body % Math.max(open.length, 1)]?.conditionId ?? idOf(8500);
  return {
    DeclareCondition: { conditionId: idOf(8501 + n) },
    MeetCondition: { conditionId },
    FailCondition: { conditionId },
  };
};

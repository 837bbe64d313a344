/** Which needs are in a state: the board says it as far as offers tell, and the pledges behind chosen offers may say otherwise. */
import type { Condition, Views } from '@pledgeline/event-sourcing';
import { needsNaming } from '../../views/answers-ended.ts';
import { NEED_BOARD, pledgesChosen, stateOf, type NeedRow } from '../../views/need-board.view.ts';
import { pledgesIn, promisesOf } from '../../views/promises-of-offers.ts';

type Where = Readonly<Record<string, Condition>>;

/** Costs a pass over the needs that name pledges, and over all that fit where a pledge of one of them has ended. */
export const needsInState = async (views: Views, asked: Where, states: readonly string[]): Promise<Where> => {
  const byBoard = { ...asked, state: { in: states } };
  const naming = await needsNaming(views);
  const promises = await promisesOf([...naming.values()].flatMap(pledgesChosen), pledgesIn(views));
  const changed = new Map(
    [...naming].flatMap(([key, row]): [string, string][] => {
      const state = stateOf(row, promises);
      return state === stateOf(row) ? [] : [[key, state]];
    }),
  );
  if (changed.size === 0) return byBoard;
  const found = await views.find<NeedRow>(NEED_BOARD, { where: byBoard });
  const keys = found.map(({ key }) => key).filter((key) => !changed.has(key));
  const others = [...changed].filter(([, state]) => states.includes(state)).map(([key]) => key);
  return { ...asked, key: { in: [...keys, ...others] } };
};

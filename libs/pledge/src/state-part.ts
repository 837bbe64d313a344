/** How each chapter declares its part of the state and the data of its commands; `state.ts` puts the parts together. */

export interface StatePart<State extends object, Commands extends object> {
  readonly initial: State;
  /** Never set: it carries the type. */
  readonly commands?: Commands;
}

export const statePart = <State extends object, Commands extends object>(
  initial: State,
): StatePart<State, Commands> => ({ initial });

/** All of several types at once. */
export type Together<Part> = (Part extends unknown ? (part: Part) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The fields of all parts in one object, in the order of the parts. */
export const together = <Part extends object>(parts: readonly Part[]): Together<Part> =>
  Object.assign({}, ...parts) as Together<Part>;

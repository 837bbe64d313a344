/** What the server's answer means for a row. */
import { CliError, EXIT } from './exit-codes.ts';
import type { Outcome } from './outcome.ts';
import { differingFields, faultOf, problemCode, referenceIn, refusesAll, sentence } from './problem.ts';
import type { RowKind, RowRequest } from './row-kind.ts';
import type { Answer, Server } from './server.ts';

/** Of a row that was sent to be entered. */
export const outcomeOf = (server: Server, kind: RowKind, { name }: RowRequest, answer: Answer): Outcome => {
  const { status } = answer;
  const { location, repeated, notChecked } = bodyOf(answer);
  const thing = textOrNull(location);
  const unchecked = notChecked === undefined ? {} : { isUnchecked: true as const };
  if (status === 201) return { is: 'added', thing, offer: null, ...unchecked };
  // A repeat is this run's own first try, of which the answer was lost.
  if (status === 200) {
    return repeated === true
      ? { is: 'added', thing, offer: null, ...unchecked }
      : { is: 'unchanged', thing, offer: null };
  }
  if (status === 409 && kind.existsCodes.includes(problemCode(answer))) {
    return { is: 'changed', id: referenceIn(answer) || name, fields: differingFields(answer) };
  }
  return refusedBy(server, answer);
};

/** Of a row about which the server was asked only. */
export const outlookOf = (server: Server, { name, body }: RowRequest, answer: Answer): Outcome => {
  if (answer.status !== 200) return refusedBy(server, answer);
  const { outcome, pledgeId, code, reference, sameOffer } = bodyOf(answer);
  const thing = textOrNull(pledgeId) ?? textOrNull(code);
  if (outcome === 'DIFFERS') {
    return { is: 'changed', id: textOrNull(reference) ?? thing ?? name, fields: differingFields(answer) };
  }
  const offer = body['additional'] === true ? null : textOrNull(sameOffer);
  return { is: outcome === 'ADDED' ? 'added' : 'unchanged', thing, offer };
};

const refusedBy = (server: Server, answer: Answer): Outcome => {
  const { status } = answer;
  if (status >= 400 && status < 500 && !refusesAll(answer)) {
    return { is: 'rejected', fault: faultOf(answer), by: status === 403 ? 'who asks' : 'what it says' };
  }
  const message = `${server.url} refused the import: ${sentence(answer)} (${problemCode(answer)})`;
  return { is: 'stopped', why: new CliError(EXIT.refused, message) };
};

const bodyOf = ({ body }: Answer): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

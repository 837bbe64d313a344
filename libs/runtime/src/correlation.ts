/** The id by which one request is found again: in the answer, in the log, in the metadata of every event it caused. */
import { newId } from '@pledgeline/event-sourcing';
import type { IncomingHttpHeaders } from 'node:http';

export const CORRELATION_HEADER = 'x-correlation-id';

const PLAIN = /^[\w.:-]{1,100}$/;
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's own id when it gives a plain one, else that of its trace, else a new one. */
export const correlationIdOf = (headers: IncomingHttpHeaders): string => {
  const given = headers[CORRELATION_HEADER];
  if (typeof given === 'string' && PLAIN.test(given)) return given;
  const { traceparent } = headers;
  const trace = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
  return trace ?? newId();
};

/** The id by which one request is found again: in the answer, in the log, in the metadata of every event it caused. */
import { newId } from '@pledgeline/event-sourcing';
import type { IncomingHttpHeaders } from 'node:http';

export const CORRELATION_HEADER = 'x-correlation-id';

const PLAIN = /^[\w.:-]{1,100}$/;
/** W3C Trace Context: `ff` is no version, and ids of zeros only are none; a version of the future may have more fields. */
const TRACEPARENT =
  /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:$|(?<!^00.*)-)/;

/** As version 00 has it. What a later version adds is not known, so a context of one is not kept. */
const OF_VERSION_00 = /^00-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;

/** The trace context that the events of a request keep: as it came, or none. */
export const traceOf = ({ traceparent }: IncomingHttpHeaders): { readonly traceparent?: string } =>
  typeof traceparent === 'string' && OF_VERSION_00.test(traceparent) ? { traceparent } : {};

/**
 * The caller's own id when it gives a plain one, else that of its trace in the form of a UUID, from which publishers make the
 * trace again, else a new one.
 */
export const correlationIdOf = (headers: IncomingHttpHeaders): string => {
  const given = headers[CORRELATION_HEADER];
  if (typeof given === 'string' && PLAIN.test(given)) return given;
  const { traceparent } = headers;
  const trace = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : null;
  return trace === null ? newId() : trace.slice(1).join('-');
};

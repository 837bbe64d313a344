import { correlationIdOf, traceOf } from './correlation.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

it('the id that the caller gives wins', () => {
  expect(correlationIdOf({ 'x-correlation-id': 'mine', traceparent })).toBe('mine');
});

it('a trace goes on, in the form of a UUID', () => {
  expect(correlationIdOf({ traceparent })).toBe('0af76519-16cd-43dd-8448-eb211c80319c');
});

it('a version of the future may say more', () => {
  expect(correlationIdOf({ traceparent: `01${traceparent.slice(2)}-more` })).toBe(
    '0af76519-16cd-43dd-8448-eb211c80319c',
  );
});

it.each([
  undefined,
  '',
  TRACE,
  traceparent.toUpperCase(),
  `ff${traceparent.slice(2)}`,
  `${traceparent}-more`,
  `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
])('%p is no trace: the id is new', (given) => {
  const id = correlationIdOf(given === undefined ? {} : { traceparent: given });
  expect(id).toMatch(UUID);
  expect(id.replaceAll('-', '')).not.toBe(TRACE);
});

it('an id that is not plain is not taken over', () => {
  expect(correlationIdOf({ 'x-correlation-id': 'two words' })).toMatch(UUID);
});

describe('the trace context that events keep', () => {
  it.each([traceparent, `${traceparent.slice(0, -2)}00`])('%s is kept as it came', (given) => {
    expect(traceOf({ traceparent: given, 'x-correlation-id': 'mine' })).toEqual({ traceparent: given });
  });

  it.each([
    undefined,
    '',
    TRACE,
    traceparent.toUpperCase(),
    ` ${traceparent}`,
    `${traceparent}\n`,
    `${traceparent}-more`,
    `01${traceparent.slice(2)}`,
    `ff${traceparent.slice(2)}`,
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE}-b7ad6b7169203331-1`,
    `${traceparent}, ${traceparent}`,
  ])('%p is not', (given) => {
    expect(traceOf(given === undefined ? {} : { traceparent: given })).toEqual({});
  });
});

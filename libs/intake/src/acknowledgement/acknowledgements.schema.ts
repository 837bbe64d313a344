/** How the results of an acknowledgement of several pledges look. */
const text = { type: 'string' };
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

const OUTCOMES = ['ACKNOWLEDGED', 'REPEATED', 'REFUSED'] as const;

export interface AcknowledgedPledge {
  /** As it was named. */
  readonly pledge: string;
  readonly pledgeId: string | null;
  readonly outcome: (typeof OUTCOMES)[number];
  /** For `?after=` of a question that must have seen it. */
  readonly after: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

export interface Acknowledged {
  /** In the order of the request. */
  readonly results: readonly AcknowledgedPledge[];
  /** Those that were acknowledged before under the same key are among them. */
  readonly acknowledged: number;
  readonly refused: number;
}

const object = (title: string, properties: Readonly<Record<string, object>>) => ({
  title,
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});

export const acknowledged = object('Acknowledgements', {
  results: {
    type: 'array',
    items: object('AcknowledgedPledge', {
      pledge: { ...text, description: 'as it was named' },
      pledgeId: orNull({ ...text, format: 'uuid' }),
      outcome: { title: 'AcknowledgementOutcome', ...text, enum: [...OUTCOMES] },
      after: { ...orNull(text), description: 'for `?after=` of a question that must have seen it' },
      problem: orNull(object('AcknowledgementProblem', { code: text, detail: text })),
    }),
  },
  acknowledged: {
    type: 'integer',
    description: 'with those that were acknowledged before under the same key',
  },
  refused: { type: 'integer' },
});

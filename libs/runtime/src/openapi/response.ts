/** The parts that the descriptions of answers are made of. */

/** By status or, as components, by name. */
export type Responses = Readonly<Record<string, object>>;

export const header = (description: string, type = 'string') => ({ description, schema: { type } });

export const content = (media: string, schema: string) => ({
  [media]: { schema: { $ref: `#/components/schemas/${schema}` } },
});

/** Of several forms. */
export const oneOf = (media: string, ...schemas: readonly string[]) => ({
  [media]: { schema: { oneOf: schemas.map((schema) => ({ $ref: `#/components/schemas/${schema}` })) } },
});

export const reference = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** Fields that many events share, each with its one meaning. */
import { Type } from 'typebox';

export const Id = Type.String({ format: 'uuid' });
/** Business date, `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'date' });
export const Text = Type.String({ minLength: 1 });
export const StateCode = Type.String({
  pattern: '^([A-Z]{3}|X-[A-Z-]+)$',
  description: 'ISO 3166 alpha-3, or X- and a listed organisation',
});
/** Of a file, in lower-case hexadecimal digits. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const Count = Type.Integer({ minimum: 1 });

/** The schema, or null where nothing was said. */
export const orNull = <Schema extends Type.TSchema>(schema: Schema): Type.TUnion<[Schema, Type.TNull]> =>
  Type.Union([schema, Type.Null()]);

/** One of the words. */
export const oneOf = <const Words extends readonly string[]>(words: Words): Type.TEnum<[...Words]> =>
  Type.Enum(words) as unknown as Type.TEnum<[...Words]>;

/** What was said about how much: "up to 300" is 0..300, "over 450" is 450..null, not stated is null, never 0. */
export const QuantityField = Type.Object(
  {
    min: orNull(Type.Number({ minimum: 0 })),
    max: orNull(Type.Number({ minimum: 0 })),
    unit: orNull(Type.String()),
    asStated: orNull(Type.String()),
  },
  { description: 'a range as it was stated' },
);

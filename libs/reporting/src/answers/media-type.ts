/**
 * Which of the forms that an answer has suits the Accept header best: RFC 9110, section 12.5.1. A header under which none is
 * acceptable, or that cannot be read, is disregarded, as that section allows and as operations with one form do.
 */
import Negotiator from 'negotiator';

/** @param types with their parameters, as they are sent; the first is the answer where nothing else is asked for. */
export const preferredType = <Type extends string>(
  accept: string | undefined,
  types: readonly [Type, ...Type[]],
): Type => {
  const headers = accept === undefined ? {} : { accept };
  const preferred = new Negotiator({ headers }).mediaType(types);
  return types.find((type) => type === preferred) ?? types[0];
};

/** The values of a filter: of several, any fits. Undefined where it is not asked for. */
export type OneOrMore = string | readonly string[] | undefined;

export const eachOf = (values: OneOrMore): readonly string[] => (values === undefined ? [] : [values].flat());

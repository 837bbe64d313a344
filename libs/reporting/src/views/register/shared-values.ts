/** One value for all that are equal: most quantities, days and counts are those of many pledges. */

/** Longer ones are seldom equal. */
const LONGEST = 256;
/** Then it begins anew; what is shared by then stays shared. */
const MOST = 16_384;

/** @returns a function that answers an equal value of plain data, or the value itself. What is shared must not be changed. */
export const sharedValues = (): (<Value>(value: Value) => Value) => {
  const known = new Map<string, unknown>();
  const remembered = <Value>(name: string, value: Value): Value => {
    if (name.length > LONGEST) return value;
    const equal = known.get(name);
    if (equal !== undefined) return equal as Value;
    if (known.size >= MOST) known.clear();
    known.set(name, value);
    return value;
  };
  return (value) => {
    if (typeof value === 'string') return remembered(value, value);
    return typeof value === 'object' && value !== null ? remembered(JSON.stringify(value), value) : value;
  };
};

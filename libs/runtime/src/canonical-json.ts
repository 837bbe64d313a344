/** One text for one JSON value, whatever the order of its members: two bodies that say the same are the same command. */
export const canonicalJson = (value: unknown): string =>
  value === undefined ? '' : JSON.stringify(value, inOrder);

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** One text for one JSON value, whatever the order of its members: two bodies that say the same are the same command. */
export const canonicalJson = (value: unknown): string => (value === undefined ? '' : written(value));

const written = (value: unknown): string => {
  // As JSON has it for an item of a list that is not there.
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of inOrder(Object.keys(members))) {
    if (members[name] === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${written(members[name])}`;
  }
  return `{${text}}`;
};

/** Sorted, but that names which are whole numbers stand first, by their size, as they stand in objects: stored hashes are of it. */
const inOrder = (names: string[]): readonly string[] => {
  const sorted = names.sort((one, other) => (one < other ? -1 : 1));
  return (sorted[0] ?? '') > ':'
    ? sorted
    : Object.keys(Object.fromEntries(sorted.map((name) => [name, true])));
};

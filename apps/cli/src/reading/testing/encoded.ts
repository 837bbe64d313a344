/** Texts as other programs save them. */

/** The bytes of each character of an encoding, from how each byte, or pair of them, is read. */
const bytesOf = (label: string, pairs: boolean): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder(label);
  const found = new Map<string, readonly number[]>();
  const learn = (...bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\uFFFD' && !found.has(text)) found.set(text, bytes);
  };
  for (let one = 0; one < 256; one += 1) learn(one);
  for (let one = 0x81; pairs && one < 255; one += 1)
    for (let two = 0x40; two < 255; two += 1) learn(one, two);
  return found;
};

const maps = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** @throws for a character that the encoding has not. */
export const encoded = (text: string, label: string, options: { readonly mark?: boolean } = {}): Buffer => {
  const mark = options.mark ? '\uFEFF' : '';
  if (label === 'utf-8') return Buffer.from(mark + text);
  if (label === 'utf-16le') return Buffer.from(mark + text, 'utf16le');
  if (label === 'utf-16be') return Buffer.from(mark + text, 'utf16le').swap16();
  const pairs = /^(shift_jis|euc-|gb|big5)/.test(label);
  const map = maps.get(label) ?? bytesOf(label, pairs);
  maps.set(label, map);
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const bytes = map.get(character);
      if (bytes === undefined) throw new Error(`${label} has no ${character}`);
      return bytes;
    }),
  );
};

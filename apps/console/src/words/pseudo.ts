/** A language that nobody speaks: a third longer, so that what is cut off or glued together in a translation shows in tests. */
type Entry = string | ((...given: never[]) => string) | { readonly [key: string]: Entry };

/** @param words a catalogue, or a part of one. */
export const pseudo = <W>(words: W): W => translated(words as Entry) as W;

const translated = (entry: Entry): Entry => {
  if (typeof entry === 'string') return longer(entry);
  if (typeof entry === 'function') return (...given: never[]) => longer(entry(...given));
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, translated(value)]));
};

/** Vowels are doubled, about a third of English; everything else stays, so that a reader of pictures still follows. */
const longer = (text: string): string => text.replaceAll(/[aeiou]/g, '$&$&');

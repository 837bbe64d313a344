/** The sentences about proofs. They come with the parts that say them, and not with the first page. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const enProof = {
  title: 'Proof',
  lead: 'Every event is a leaf of a public log whose head is signed. Whoever kept an older head sees any change.',
  head: (count: number, size: string, moment: string) =>
    `The newest checkpoint covers ${size} ${plural(count, 'event', 'events')} of all pledges. It was signed on ${moment}.`,
  place: (leaf: string, size: string) => `Leaf ${leaf}, counted from 0, of ${size} in the log of proofs.`,
  under: (size: string, moment: string) => `Under the checkpoint of ${size} leaves, signed on ${moment}.`,
  waits: 'It waits for the next checkpoint, which is signed within seconds.',
  noPlace: 'The log of proofs offers no place for this event.',
  keptBack: (count: number) =>
    `${count} ${plural(count, 'part of it is', 'parts of it are')} not shown to you: the log has only ${plural(count, 'its digest', 'their digests')} for you.`,
} as const;

/** The sentences of the page of a pledge that come with it, and not with the first page. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const enPledge = {
  compare: {
    title: 'Compared with another moment',
    with: 'Compare with how it stood after',
    event: (revision: number, name: string, day: string) => `#${revision} ${name}, ${day}`,
    revision: 'Number of an event',
    revisionHelp: 'As the history names it, such as 12.',
    go: 'Compare',
    stop: 'Stop comparing',
    between: (before: string, after: string) => `What differs between ${before} and ${after}`,
    count: (count: number) => `${count} ${plural(count, 'field differs', 'fields differ')}`,
    nothing: 'Nothing that you may see differs between these two moments.',
    field: 'Field',
    after: (revision: number) => `After #${revision}`,
    setBy: 'Set by',
    noEvent: 'no event shown here',
  },
  gap: (mission: string, unit: string, open: string, day: string) =>
    `${mission}: ${unit}, ${open} open, needed by ${day}`,
  noGap: 'No open gap seeks such a unit. Whoever knows the id of a gap may still enter it.',
  partners: {
    title: 'Partners',
    kind: (kind: string, lead: string) => `${kind}, led by ${lead}`,
    from: (day: string) => `from ${day}`,
    to: (day: string) => `to ${day}`,
    left: (day: string) => `left on ${day}`,
    share: (share: string) => `share of ${share}`,
    missing: 'A partner is missing.',
  },
  conditions: {
    title: 'Conditions',
    open: 'open',
    MET: (day: string) => `met ${day}`,
    FAILED: (day: string) => `not met ${day}`,
  },
  caveats: {
    title: 'Caveats',
    blocking: 'blocks selection',
    undeclared: 'found in the field, not declared',
    lifted: (day: string) => `lifted ${day}`,
    since: (day: string) => `since ${day}`,
  },
  documents: {
    title: 'Documents',
    version: (version: number) => `version ${version}`,
    dated: (day: string) => `of ${day}`,
  },
  notes: {
    title: 'Notes of officers',
    assignee: (who: string) => `Assigned to ${who}`,
  },
  before: (count: number) => `${count} before these`,
  inHistory: (count: number) => `${count} more ${plural(count, 'stands', 'stand')} in the history.`,
} as const;

/** The sentences of doing the same to many tasks of the queue. They come with the queue. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;
const pledges = (count: number): string => `${count} ${plural(count, 'pledge', 'pledges')}`;

export const enMany = {
  title: 'The same for several',
  choose: (what: string, reference: string) => `Choose ${what}, ${reference}`,
  chooseAll: (kind: string) => `Choose all of this page: ${kind}`,
  column: 'Chosen',
  chosen: (count: number) => `${pledges(count)} chosen`,
  chooseNone: 'Choose none',
  looks: 'Looks what can be done to all of them …',
  nothing: 'Nothing that may be done to several at once is possible for these now.',
  button: (command: string, count: number) => `${command} (${count})`,
  sends: (count: number) => `This will be sent for ${pledges(count)}, one by one:`,
  leavesOut: (count: number) => `${pledges(count)} left out, where it is not possible now:`,
  send: (command: string, count: number) => `${command}: send for ${pledges(count)}`,
  sending: (done: number, total: number) => `${done} of ${total} answered …`,
  results: (command: string) => `What became of it: ${command}`,
  summary: (accepted: number, refused: number) => `${accepted} accepted, ${refused} refused.`,
  pledge: 'Pledge',
  reference: 'Reference',
  outcome: 'Outcome',
  accepted: 'accepted',
  repeated: 'accepted before',
  refused: 'refused',
  again: (count: number) => `Send again for ${pledges(count)}`,
  close: 'Close this list',
} as const;

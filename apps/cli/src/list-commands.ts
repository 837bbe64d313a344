/** The options of the commands that list, in the words of the routes. */
import {
  categories,
  LEVELS,
  LISTED_STATUSES,
  PLEDGE_FACETS,
  ROLES,
  SMART_PARTS,
  TASK_KINDS,
  TRACKS,
} from '@pledgeline/contracts';
import { Option, type Command } from 'commander';
import { LIST_HELP } from './help.ts';
import type { List, ListForms } from './list-command.ts';
import { day, oneOf, positive, state } from './option-values.ts';
import { pledgesInLines, type PledgePage } from './pledges-in-lines.ts';
import { queueInLines, type QueuePage } from './queue-in-lines.ts';

type Asked = Readonly<Record<string, string | readonly string[] | number | boolean | undefined>>;

/** Runs a list with the options that were typed, those of the server among them. */
type RunList = <Answer>(list: List<Answer>, options: Asked & ListForms) => Promise<void>;

export const addListCommands = (
  command: (name: string, description: string) => Command,
  times: readonly (() => Option)[],
  run: RunList,
): void => {
  const list = (name: string, description: string): Command =>
    [...common(), ...times.map((option) => option())].reduce(
      (made, option) => made.addOption(option),
      command(name, description).addHelpText('after', LIST_HELP),
    );

  list('pledges', 'the pledges that fit, and with --facet how many there are by status and the like')
    .addOption(several('--reference <reference>', 'these alone'))
    .addOption(several('--capability-code <code>', 'only of this capability'))
    .addOption(several('--theme <theme>', 'only of this theme, measure or tool'))
    .addOption(several('--track <track>', 'only registered on this track', TRACKS))
    .addOption(several('--status <status>', 'only in this status', LISTED_STATUSES))
    .addOption(several('--level <level>', 'only at this level', LEVELS))
    .addOption(several('--missing <part>', 'only those that leave this unsaid', SMART_PARTS))
    .addOption(new Option('--due <day>', 'something is due on or before this day').argParser(day))
    .option(
      '--sort <order>',
      'by reference, memberState, announcedOn, statusSince, dueOn or lastWordOn; -dueOn: the other way',
    )
    .addOption(several('--facet <facet>', 'count those that fit by it', PLEDGE_FACETS))
    .action((options: Asked & ListForms) => {
      const asked = textsOf(options, [...FILTERS, ...FILTERS_OF_PLEDGES]);
      return run<PledgePage>({ path: '/pledges', asked, inLines: pledgesInLines }, options);
    });

  list('queue', 'what waits for whom, the earliest due first')
    .addOption(several('--kind <kind>', 'only tasks of this kind', TASK_KINDS))
    .addOption(several('--waits-for <role>', 'only what waits for this role', ROLES))
    .option('--overdue', 'only what is overdue')
    .option('--no-overdue', 'only what is not')
    .action((options: Asked & ListForms) => {
      const { waitsFor, overdue } = options;
      const asked = {
        ...textsOf(options, [...FILTERS, 'kind']),
        ...textsOf({ role: waitsFor, overdue: overdue?.toString() }, ['role', 'overdue']),
      };
      return run<QueuePage>({ path: '/work-queue', asked, inLines: queueInLines }, options);
    });
};

const common = (): readonly Option[] => [
  new Option('--q <words>', 'beginnings of words of the pledge, all of which must be found'),
  several('--conference <code>', 'only of this conference; none: of no conference'),
  several('--member-state <state>', 'only of this state: name or ISO 3166 alpha-3').argParser(
    (typed, before: Values) => [...(before ?? []), state(typed)],
  ),
  several('--category <category>', 'only of this category', categories),
  new Option('--assignee <subject>', 'only what this officer deals with'),
  new Option('--limit <n>', 'how many are shown').argParser(positive),
  new Option('--cursor <text>', 'where the page before said to go on'),
  new Option('--csv', 'print them as CSV').conflicts('json'),
  new Option('--excel', 'the same with the mark by which Excel knows UTF-8').conflicts('json'),
];

type Values = readonly string[] | undefined;

/** May stand several times: any of them fits. */
const several = (flags: string, description: string, known?: readonly string[]): Option =>
  new Option(flags, `${description} (several times: any)`).argParser((typed, before: Values) => [
    ...(before ?? []),
    known === undefined ? typed : oneOf(known)(typed),
  ]);

const FILTERS = 'q conference memberState category assignee limit cursor asOf knownAt'.split(' ');
const FILTERS_OF_PLEDGES = 'reference capabilityCode theme track status level missing due sort facet'.split(
  ' ',
);

const textsOf = (options: Asked, names: readonly string[]): List<unknown>['asked'] =>
  Object.fromEntries(
    names.flatMap((name): [string, string | readonly string[]][] => {
      const value = options[name];
      if (value === undefined) return [];
      return [[name, typeof value === 'object' ? value : String(value)]];
    }),
  );

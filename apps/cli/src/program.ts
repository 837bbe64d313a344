/** The commands, their options and their help. What each does stands in its own file. */
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { categories, ROLES, TAGS } from '@pledgeline/contracts';
import { Argument, Command, CommanderError, Option } from 'commander';
import { actingAs, actingAsOf, type ActingAs } from './acting-as.ts';
import { addAuditCommands } from './audit-commands.ts';
import { CliError, EXIT, EXIT_HELP } from './exit-codes.ts';
import {
  AUDIT_HELP,
  EXAMPLES,
  HISTORY_HELP,
  IMPORT_HELP,
  REPORT_HELP,
  SIGN_IN_HELP,
  SIMULATE_HELP,
  WHOAMI_HELP,
} from './help.ts';
import { historyCommand, type HistoryCommand } from './history-command.ts';
import { importCommand, type ImportCommand } from './import-command.ts';
import { listCommand } from './list-command.ts';
import { addListCommands } from './list-commands.ts';
import { day, oneOf, positive, state, stateCode } from './option-values.ts';
import { rebuildCommand } from './rebuild-command.ts';
import { reportCommand, type ReportCommand } from './report-command.ts';
import { server, type Server, type ServerOptions } from './server.ts';
import { simulateCommand, type SimulateCommand } from './simulate-command.ts';
import { signInCommand, type SignInCommand } from './sign-in-command.ts';
import type { Terminal } from './terminal.ts';
import { tokenFor } from './tokens.ts';
import { whoamiCommand } from './whoami-command.ts';

interface Common {
  readonly url: string;
  readonly actor: string;
  readonly role?: string;
  readonly as?: ActingAs;
  readonly state?: string;
  readonly json?: boolean;
}

/** Runs one command line; the number is what the process should end with. */
export const run = async (
  args: readonly string[],
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> => {
  let code: number = EXIT.ok;
  const program = programOf(terminal, interrupted, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has informed the user already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof CliError)) throw error;
    terminal.err(`pledgeline: ${error.message}`);
    return error.code;
  }
};

const programOf = (terminal: Terminal, interrupted: AbortSignal, ended: (code: number) => void): Command => {
  const program = new Command('pledgeline')
    .description('Peacekeeping pledges from the command line: a client of a Pledgeline server.')
    .version(version())
    .addHelpText('after', `\n${EXAMPLES}\n\n${EXIT_HELP}`)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd().split('\n')),
      writeErr: (text) => terminal.err(text.trimEnd().split('\n')),
      // One line: what was typed may have line breaks of its own.
      outputError: (text) => terminal.err(`${text.trimEnd().replace('\n(Did', ' (Did')} (--help tells more)`),
    })
    .exitOverride();

  const audit = program
    .command('audit')
    .description('whether history was changed, by the log of proofs')
    .addHelpText('after', AUDIT_HELP);

  const command = (nameAndArguments: string, description: string, under = program): Command =>
    under
      .command(nameAndArguments)
      .description(description)
      .addOption(
        new Option('--url <url>', 'address of the server')
          .env('PLEDGELINE_URL')
          .default('http://127.0.0.1:3000'),
      )
      .addOption(
        new Option('--actor <name>', 'who acts, where the server trusts headers')
          .env('PLEDGELINE_ACTOR')
          .default(userName()),
      )
      .addOption(
        new Option('--role <role>', 'in which of your roles you act')
          .env('PLEDGELINE_ROLE')
          .argParser(oneOf(ROLES)),
      )
      .option('--as <role>', 'as whom of those who are signed in, as in DESK or MS:RWA', actingAs)
      .option('--state <code>', 'for which state, where --as does not say it', stateCode)
      .option('--json', 'print the result as JSON');

  command('import <file>', 'announce the pledges of a CSV file (or register conferences); - reads stdin')
    .option('--rejects <file>', 'where rows that are left out go (default: FILE.rejects.csv)')
    .option('--dry-run', 'ask the server what would become of each row, and write nothing')
    .option('--encoding <name>', 'of a text whose encoding cannot be told for sure, as in windows-1250')
    .option('--in-flight <n>', 'requests at the same time', positive, 16)
    .option('--retry-for <seconds>', 'how long to wait for a server that went away', positive, 30)
    .addHelpText('after', IMPORT_HELP)
    .action(async (file: string, options: Common & ImportCommand) => {
      ended(await importCommand(file, options, serverFor(terminal, options, 'DESK'), terminal, interrupted));
    });

  command('history <id>', 'what happened to a pledge, from its announcement to today')
    .addOption(asOf())
    .addOption(knownAt())
    .addHelpText('after', HISTORY_HELP)
    .action(async (id: string, options: Common & HistoryCommand) => {
      ended(await historyCommand(serverFor(terminal, options, 'DESK'), id, options, terminal));
    });

  command('report [name]', 'the figures of a report; without a name, which reports there are')
    .option('--by <grouping>', 'how to group the figures; the list of reports says what each knows')
    .option('--conference <code>', 'only pledges of this conference; none: of no conference')
    .option('--member-state <state>', 'only pledges of this state: name or ISO 3166 alpha-3', state)
    .option('--category <category>', 'only pledges of this category', oneOf(categories))
    .option('--theme <theme>', 'only pledges of this theme', oneOf(TAGS))
    .option('--since <day>', 'of reports that look back to a day', day)
    .option('--within <days>', 'of reports that look ahead')
    .addOption(asOf())
    .addOption(knownAt())
    .option('--definitions', 'say below the table what each figure means')
    .addOption(new Option('--csv', 'print it as CSV, a line for each figure').conflicts('json'))
    .addOption(new Option('--excel', 'the same with the mark by which Excel knows UTF-8').conflicts('json'))
    .addHelpText('after', REPORT_HELP)
    .action(async (name: string | undefined, options: Common & ReportCommand) => {
      const target = serverFor(terminal, options, 'DESK', REPORT_TIMEOUT_MS);
      ended(await reportCommand(target, name, options, terminal));
    });

  addListCommands(command, [asOf, knownAt], async (list, options) => {
    ended(
      await listCommand(serverFor(terminal, options as unknown as Common, 'DESK'), list, options, terminal),
    );
  });

  command('rebuild', 'make the read models again from the events')
    .addHelpText('after', '\nQueries go on meanwhile. Needs the role of a records officer (ADMIN).')
    .action(async (options: Common) => {
      ended(
        await rebuildCommand(serverFor(terminal, options, 'ADMIN', REBUILD_TIMEOUT_MS), options, terminal),
      );
    });

  addAuditCommands({
    ...{ audit, terminal, interrupted, ended },
    command: (name, description) => command(name, description, audit),
    serverFor: (options, usual, timeoutMs) => serverFor(terminal, options as Common, usual, timeoutMs),
  });

  command('simulate', 'pledges from a seed, through whole lives, on a server that simulates')
    .addArgument(new Argument('<pledges>', 'how many').argParser(positive))
    .option('--seed <text>', 'the same seed gives the same pledges', '1')
    .option('--years <n>', 'over how many years, by the time of the simulation', positive, 5)
    .addHelpText('after', SIMULATE_HELP)
    .action(async (pledges: number, options: Common & SimulateCommand) => {
      const target = serverFor(terminal, options, 'ADMIN', SIMULATION_TIMEOUT_MS);
      ended(await simulateCommand(target, pledges, options, terminal));
    });

  command('whoami', 'as whom a command would act now, and how to sign in')
    .addHelpText('after', WHOAMI_HELP)
    .action(async (options: Common) => {
      ended(await whoamiCommand(serverFor(terminal, options, 'DESK'), options, terminal));
    });

  program
    .command('sign-in [link]')
    .description('follow a link of a server on this machine, or sign in by its data folder with --as')
    .option('--as <role>', 'as whom, without a link: DESK, MS:RWA, second-admin', actingAs)
    .option(
      '--state <code>',
      'for which state a member state or a partner speaks: ISO 3166 alpha-3',
      stateCode,
    )
    .option('--body <name>', 'for which body a partner without a state speaks')
    .addOption(
      new Option('--data <folder>', 'data folder of the server').env('PLEDGELINE_DATA').default('.data'),
    )
    .addHelpText('after', SIGN_IN_HELP)
    .action(async (link: string | undefined, options: SignInCommand) => {
      ended(await signInCommand(link, options, terminal));
    });
  return program;
};

/**
 * With a token a caller with one role need not say it. A server that trusts headers needs both.
 * @param usual the role of those whose task the command is.
 */
const serverFor = (terminal: Terminal, common: Common, usual: string, timeoutMs?: number): Server => {
  const { url, actor, role } = common;
  const token = tokenFor(URL.parse(url)?.origin ?? url, actingAsOf(common));
  const who: Omit<ServerOptions, 'url'> =
    token === undefined ? { actor, role: role || usual } : { token, ...(role && { role }) };
  const onSimulated = (): void => {
    terminal.err('SIMULATED: nobody promised what this server keeps');
  };
  return server({ url, ...who, onSimulated, ...(timeoutMs !== undefined && { timeoutMs }) });
};

const asOf = (): Option => new Option('--as-of <day>', 'only what had happened by this day').argParser(day);
const knownAt = (): Option =>
  new Option('--known-at <moment>', 'only what was recorded by this moment, as in 2026-01-31T12:00:00Z');

/** A past that nobody asked about lately is first read from the log. */
const REPORT_TIMEOUT_MS = 300_000;

/** A simulation answers when it is done, and a million pledges take their time. */
const SIMULATION_TIMEOUT_MS = 7_200_000;

/** A rebuild answers when it is done, and a long log takes its time. */
const REBUILD_TIMEOUT_MS = 3_600_000;

const version = (): string => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
};

/** A container may have no entry for its user. */
const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'cli';
  }
};

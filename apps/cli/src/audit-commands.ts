/** The options of the commands for auditors. What each does stands in its own file. */
import { ROLES } from '@pledgeline/contracts';
import type { Command } from 'commander';
import { auditBundle, type BundleCommand } from './audit-bundle.ts';
import { auditKeys, type KeysCommand } from './audit-keys.ts';
import { auditMonitor, type MonitorCommand } from './audit-monitor.ts';
import { auditScrub } from './audit-scrub.ts';
import { auditVerify, type VerifyCommand } from './audit-verify.ts';
import { actingAs, type ActingAs } from './acting-as.ts';
import { BUNDLE_HELP, KEYS_HELP, MONITOR_HELP, VERIFY_HELP } from './help.ts';
import { oneOf, positive } from './option-values.ts';
import { server, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface AuditCommands {
  /** What they are commands of. */
  readonly audit: Command;
  readonly terminal: Terminal;
  readonly interrupted: AbortSignal;
  readonly ended: (code: number) => void;
  /** One that asks a server, with the options that this takes. */
  readonly command: (name: string, description: string) => Command;
  /** @param usual the role of those whose task the command is. */
  readonly serverFor: (options: object, usual: string, timeoutMs?: number) => Server;
}

/** Its events are chosen before it begins. */
const BUNDLE_TIMEOUT_MS = 300_000;
const POLICY = 'which witnesses must have signed, as C2SP tlog-policy';
const KEY = 'key of the log, or a file of it: as it was given to you by another way';

/** As whom a log is looked at; nobody need say it of one that is open. */
interface Looking {
  readonly actor?: string;
  readonly role?: string;
  readonly as?: ActingAs;
}

const lookedAt = (
  url: string,
  { actor = 'auditor', role, as, open = false }: MonitorCommand & Looking,
  serverFor: AuditCommands['serverFor'],
): Server =>
  open || role !== undefined || as !== undefined
    ? serverFor(
        { url, actor, ...(role !== undefined && { role }), ...(as !== undefined && { as }) },
        'AUDITOR',
      )
    : server({ url });

export const addAuditCommands = (given: AuditCommands): void => {
  const { audit, terminal, interrupted, ended, command, serverFor } = given;

  audit
    .command('monitor <log>')
    .description('look at a log again and again, and keep every head that it shows')
    .requiredOption('--key <key>', KEY)
    .requiredOption('--state <folder>', 'where the heads are kept')
    .option('--every <seconds>', 'how often to look', positive, 60)
    .option('--once', 'look once')
    .option('--policy <file>', POLICY)
    .option('--open', 'open every new leaf, too: for who may read all')
    .option('--actor <name>', 'who looks, where the server trusts headers')
    .option(
      '--role <role>',
      'in which of your roles you look, for --open and for a log that is kept',
      oneOf(ROLES),
    )
    .option('--as <role>', 'as whom of those who are signed in, as in AUDITOR', actingAs)
    .option('--json', 'print a line of JSON for each look')
    .addHelpText('after', MONITOR_HELP)
    .action(async (log: string, options: MonitorCommand & Looking) => {
      ended(await auditMonitor(lookedAt(log, options, serverFor), options, terminal, interrupted));
    });

  command('scrub', 'have the server compare every event with what was signed of it')
    .addHelpText(
      'after',
      '\nNeeds the role of a records officer (ADMIN). Exit code 5: an event is not what was signed; 4: not all could be compared.',
    )
    .action(async (options: { readonly json?: boolean }) => {
      ended(await auditScrub(serverFor(options, 'ADMIN'), options, terminal, interrupted));
    });

  command('bundle', 'bring proved events into a file that can be checked offline')
    .option('--pledge <id...>', 'pledges, by their ids or references')
    .option('--conference <code>', 'pledges of this conference; none: of no conference')
    .option('--member-state <state>', 'pledges of this state: name or ISO 3166 alpha-3')
    .option('--all', 'every event, for who may read all')
    .requiredOption('--out <file>', 'the ZIP archive that is written')
    .option('--checkpoint <file>', 'an older checkpoint: adds the proof that the tree goes on from it')
    .addHelpText('after', BUNDLE_HELP)
    .action(async (options: BundleCommand) => {
      ended(await auditBundle(serverFor(options, 'AUDITOR', BUNDLE_TIMEOUT_MS), options, terminal));
    });

  audit
    .command('verify <file>')
    .description('check a bundle, or the proof of one event, offline')
    .option('--key <key>', KEY)
    .option('--policy <file>', POLICY)
    .option('--keys <file>', 'what the log serves of its changes of keys, for a proof of one event')
    .option('--checkpoint <file>', 'an older checkpoint, which the tree must go on from')
    .option('--server <log>', 'address of the log, which then proves that: as in http://127.0.0.1:3000/proof')
    .option('--whole', 'every leaf of the tree must be there: for a bundle of --all')
    .option('--json', 'print a line of JSON for each event, and one for the whole')
    .addHelpText('after', VERIFY_HELP)
    .action(async (file: string, options: VerifyCommand) => {
      ended(await auditVerify(file, options, terminal));
    });

  audit
    .command('keys <folder>')
    .description(
      'draw the keys of a new log, for services that share them, or the next key of one that is there',
    )
    .option('--origin <origin>', 'which log it is, as in pledges.example.org/proof; it is never changed')
    .option('--rotate', 'change the key: the next one is drawn, and the one before hands over to it')
    .option('--checkpoint <file>', 'with --rotate, the newest checkpoint of the log')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', KEYS_HELP)
    .action((folder: string, options: KeysCommand) => {
      ended(auditKeys(folder, options, terminal));
    });
};

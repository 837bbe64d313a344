/** `pledgeline whoami`: as whom a command would act now, in which roles and for how long; for nobody, how to sign in. */
import { CliError, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

interface Session {
  readonly caller: {
    readonly subject: string;
    readonly role: string;
    readonly state: string | null;
    readonly body?: string;
  };
  readonly roles: readonly string[];
  readonly until: string;
}

interface Answer {
  readonly session: Session | null;
  readonly waysIn: readonly { readonly description: string }[];
}

/** @throws {CliError} when the server does not accept who is shown to it, or is not there. */
export const whoamiCommand = async (
  target: Server,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> => {
  const answer = await target.get('/session').catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) throw new CliError(EXIT.refused, sentence(answer));
  const { session, waysIn } = answer.body as Answer;
  if (json) terminal.json({ session });
  else if (session === null)
    terminal.out([`nobody is signed in to ${target.url}`, ...waysIn.map(({ description }) => description)]);
  else terminal.out(`${target.url}: ${described(session)}`);
  return EXIT.ok;
};

const described = ({ caller, roles, until }: Session): string => {
  const of = caller.state ?? caller.body;
  const others = roles.filter((role) => role !== caller.role);
  const more = others.length === 0 ? '' : `, and may act as ${others.join(', ')}`;
  return `${caller.subject} (${caller.role}${of === undefined ? '' : ` of ${of}`}) until ${until}${more}`;
};

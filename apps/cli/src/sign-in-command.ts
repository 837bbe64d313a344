/** `pledgeline sign-in`: follows a link of a local server, or signs in a user who may read its data folder, and keeps the token. */
import { actingAsOf, type ActingAs } from './acting-as.ts';
import { controlOf } from './control-file.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { problemCode, sentence } from './problem.ts';
import { mustKeepSecrets, notThere, server } from './server.ts';
import type { Terminal } from './terminal.ts';
import { keepToken } from './tokens.ts';

export interface SignInCommand {
  readonly as?: ActingAs;
  readonly state?: string;
  readonly body?: string;
  readonly data: string;
}

interface SignedIn {
  readonly token: string;
  readonly until: string;
  readonly caller: {
    readonly subject: string;
    readonly role: string;
    readonly state: string | null;
    readonly body?: string;
  };
}

/** What the server is sent. */
interface Proof {
  readonly account: string;
  readonly secret: string;
  readonly state: string | null;
  readonly body: string | null;
}

/** @throws {CliError} when it is no link, or when the server does not take it or is not there. */
export const signInCommand = async (
  link: string | undefined,
  options: SignInCommand,
  terminal: Terminal,
): Promise<number> => {
  const { url, proof } = link === undefined ? byFolder(options) : byLink(link, options);
  const target = server({ url });
  mustKeepSecrets(target.url, 'a sign-in');
  const answer = await target.post('/session', { ...proof, as: 'TOKEN' }).catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) {
    const advice =
      problemCode(answer) === 'STATE_NEEDED' && proof.state === null ? ' Name it with --state.' : '';
    throw new CliError(EXIT.refused, sentence(answer) + advice);
  }
  const { token, until, caller } = answer.body as SignedIn;
  const file = keepToken(url, { token, until, ...caller });
  const { subject, role, state, body } = caller;
  const of = state ?? body;
  terminal.out(
    `signed in to ${url} as ${subject} (${role}${of === undefined ? '' : ` of ${of}`}) until ${until}; kept in ${file}`,
  );
  return EXIT.ok;
};

const byLink = (
  link: string,
  { as, state, body }: SignInCommand,
): { readonly url: string; readonly proof: Proof } => {
  if (as !== undefined) throw new CliError(EXIT.usage, 'a link says as whom it signs in: give it, or --as');
  const url = URL.parse(link);
  const { account, secret } = Object.fromEntries(new URLSearchParams(url?.hash.slice(1) ?? ''));
  if (url === null || account === undefined || secret === undefined) {
    throw new CliError(EXIT.usage, 'not a sign-in link: give one whole, in quotes, as the server wrote it');
  }
  return { url: url.origin, proof: { account, secret, state: state ?? null, body: body ?? null } };
};

const byFolder = (options: SignInCommand): { readonly url: string; readonly proof: Proof } => {
  const as = actingAsOf(options);
  if (as === undefined)
    throw new CliError(EXIT.usage, 'as whom? Give a link, or on the machine of the server --as DESK');
  const { url, secret } = controlOf(options.data);
  const { body = null } = options;
  return {
    url: new URL(url).origin,
    proof: { account: as.name.toLowerCase(), secret, state: as.state, body },
  };
};

/** `pledgeline sign-in`: follows a link that a local server has printed, and keeps the token it gives. */
import { Ending, EXIT } from './exit-codes.ts';
import { problemCode, sentence } from './problem.ts';
import { notThere, server } from './server.ts';
import type { Terminal } from './terminal.ts';
import { keepToken } from './tokens.ts';

interface SignedIn {
  readonly token: string;
  readonly until: string;
  readonly caller: { readonly subject: string; readonly role: string; readonly state: string | null };
}

/** @throws {Ending} when it is no link, or when the server does not take it or is not there. */
export const signInCommand = async (
  link: string,
  { state }: { readonly state?: string },
  terminal: Terminal,
): Promise<number> => {
  const url = URL.parse(link);
  const { account, secret } = Object.fromEntries(new URLSearchParams(url?.hash.slice(1) ?? ''));
  if (url === null || account === undefined || secret === undefined) {
    throw new Ending(EXIT.usage, 'not a sign-in link: give one whole, in quotes, as the server printed it');
  }
  const target = server({ url: url.origin });
  const wish = { account, secret, state: state ?? null, as: 'TOKEN' };
  const answer = await target.post('/session', wish).catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) {
    const advice = problemCode(answer) === 'STATE_NEEDED' ? ' Name it with --state.' : '';
    throw new Ending(EXIT.refused, sentence(answer) + advice);
  }
  const { token, until, caller } = answer.body as SignedIn;
  const file = keepToken(url.origin, { token, until });
  const { subject, role } = caller;
  terminal.out(
    `signed in to ${url.origin} as ${subject} (${role}${caller.state === null ? '' : ` of ${caller.state}`}) until ${until}; kept in ${file}`,
  );
  return EXIT.ok;
};

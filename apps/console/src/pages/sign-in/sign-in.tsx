/** How one signs in here, as the server says it, and the way on once it is done, perhaps in another tab. */
import { useSearch } from 'wouter';
import { ownPath } from '../../addresses/addresses.ts';
import { Page } from '../../parts/page.tsx';
import { useSession } from '../../server/session.ts';
import type { WayIn } from '../../server/session.ts';
import { roleName } from '../../words/codes.ts';
import { sayOfSignIn } from '../../words/sign-in-words.ts';
import { say } from '../../words/words.ts';

export const SignIn = () => {
  const current = useSession();
  const search = new URLSearchParams(useSearch());
  const next = ownPath(search.get('next'));
  const refused = search.get('refused');
  const words = sayOfSignIn();
  return (
    <Page title={words.title}>
      {current?.session && (
        <p role="status">
          {words.already(
            say().session.as(current.session.caller.subject, roleName(current.session.caller.role)),
          )}{' '}
          <a className="button main" href={next}>
            {words.goOn}
          </a>
        </p>
      )}
      {current?.session === null && refused !== null && <Refused why={refused} />}
      {current?.session === null && current.waysIn.map((way) => <Way key={way.kind} way={way} next={next} />)}
      <p className="quiet">{words.nobody}</p>
    </Page>
  );
};

/** What the issuer answered led to no session. The server says why with a word that it knows; any other is somebody's link. */
const Refused = ({ why }: { readonly why: string }) => {
  const { refused, refusedTitle, refusedOtherwise } = sayOfSignIn();
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{refusedTitle}</p>
      <p>{Object.hasOwn(refused, why) ? refused[why as keyof typeof refused] : refusedOtherwise}</p>
    </div>
  );
};

const Way = ({ way: { kind, page, description }, next }: { readonly way: WayIn; readonly next: string }) => {
  const words = sayOfSignIn();
  if (kind === 'HEADERS') return <p>{words.headers}</p>;
  return (
    <section>
      <h2>{kind === 'LOCAL' ? words.local : words.issuer}</h2>
      <p>{kind === 'LOCAL' ? words.localText : words.issuerText}</p>
      {kind === 'LOCAL' && <p className="quiet">{description}</p>}
      {kind === 'OPENID_CONNECT' && page !== null && (
        <p>
          <a className="button main" href={`${page}?next=${encodeURIComponent(next)}`}>
            {words.go}
          </a>
        </p>
      )}
    </section>
  );
};

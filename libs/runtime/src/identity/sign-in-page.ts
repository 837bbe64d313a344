/**
 * The page behind a sign-in link. The link's secret stands after the #, which browsers send to nobody; a click signs in, so
 * that whoever only looks ahead at a link does not use it up. Script and style are files of their own: the policy of content allows no other.
 */
import { memberStates } from '@pledgeline/contracts';

const states = memberStates
  .map(({ code, name }) => `<option value="${code}">${escaped(name)} (${code})</option>`)
  .join('');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in - Pledgeline</title>
<link rel="stylesheet" href="/page.css">
<script src="/sign-in.js" defer></script>
</head>
<body>
<main>
<h1>Pledgeline</h1>
<p id="who" role="status" aria-live="polite">Open one of the links that the server wrote when it started.</p>
<form id="sign-in" hidden>
<p id="state-row" hidden><label for="state">For which state?</label>
<select id="state" name="state"><option value="">Choose a state</option>${states}</select></p>
<p id="body-row" hidden><label for="body">Without a state: for which body?</label>
<input id="body" name="body" maxlength="200"></p>
<p><button type="submit" name="as" value="COOKIE">Sign in with this browser</button>
<button type="submit" name="as" value="TOKEN">Make a token for curl and the command line</button></p>
</form>
<p id="token-row" hidden><label for="token">Token, shown once</label><input id="token" readonly></p>
<p id="next" hidden><a id="onward" href="/">Go on</a></p>
<noscript><p>This page needs JavaScript.</p></noscript>
</main>
</body>
</html>
`;

export const SIGN_IN_SCRIPT = `const by = (id) => document.getElementById(id);
const link = new URLSearchParams(location.hash.slice(1));
const account = link.get('account');
const role = link.get('role');
const secret = link.get('secret');
// Where the page that sent the reader here wants him back; the server says whether that is one of its own.
const next = new URLSearchParams(location.search).get('next') || link.get('next');
const say = (text) => { by('who').textContent = text; };
if (account && secret) {
  say('Sign in as ' + account + ' (' + role + ').');
  by('sign-in').hidden = false;
  by('state-row').hidden = role !== 'MS' && role !== 'PARTNER';
  by('body-row').hidden = role !== 'PARTNER';
  by('state').required = role === 'MS';
}
by('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const as = event.submitter ? event.submitter.value : 'COOKIE';
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, secret, state: by('state').value || null, body: by('body').value || null, as, next }),
  });
  const body = await answer.json();
  if (!answer.ok) { say(body.detail); return; }
  history.replaceState(null, '', location.pathname);
  by('sign-in').hidden = true;
  by('next').hidden = false;
  by('onward').href = body.next;
  const { subject, role: acts, state, body: spokenFor } = body.caller;
  const of = state || spokenFor;
  say('Signed in as ' + subject + ' (' + acts + (of ? ' of ' + of : '') + ') until ' + new Date(body.until).toLocaleString() + '.');
  if (body.token) {
    by('token-row').hidden = false;
    by('token').value = body.token;
    by('token').select();
  } else {
    by('onward').focus();
  }
});
`;

/** What stands at the root of every service: where to go from here, for people as a page, for programs as links. */
import type { Slice } from '../access.ts';

export const START = Symbol('Start');

export interface Start {
  readonly name: 'Pledgeline';
  /** In a sentence. */
  readonly signIn: string;
  readonly links: readonly StartLink[];
}

interface StartLink {
  readonly href: string;
  readonly title: string;
}

/** By the operation that answers there; without one, in every service. */
const PLACES: readonly (StartLink & { readonly operation?: string })[] = [
  { href: '/docs', title: 'The API, and a page to try it on' },
  { href: '/openapi.json', title: 'The document of the API (OpenAPI 3.1)' },
  { href: '/reports', title: 'Public reports', operation: 'listReports' },
  { href: '/pledges', title: 'The register of pledges', operation: 'listPledges' },
  { href: '/conferences', title: 'Conferences', operation: 'listConferences' },
  { href: '/health/ready', title: 'Whether this service does its work' },
];

/** @param signIn how callers sign in, in a sentence. @param slices whose operations there are. */
export const startOf = (signIn: string, slices: readonly Slice[]): Start => ({
  name: 'Pledgeline',
  signIn,
  links: PLACES.filter(
    ({ operation }) =>
      operation === undefined || slices.some(({ access }) => Object.hasOwn(access, operation)),
  ).map(({ href, title }) => ({ href, title })),
});

/** @param lacks what is not there that was asked for, in a sentence. */
export const startPage = ({ signIn, links }: Start, lacks?: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pledgeline</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<h1>Pledgeline</h1>
<p>Every UN peacekeeping pledge, from announcement to deployment. Everybody reads what is public; whoever does more signs in.</p>
${lacks === undefined ? '' : `<p>${escaped(lacks)}</p>\n`}<h2>Where to go</h2>
<ul>
${links.map(({ href, title }) => `<li><a href="${href}">${title}</a></li>`).join('\n')}
</ul>
<h2>Sign in</h2>
<p>${escaped(signIn)}</p>
</main>
</body>
</html>
`;

/** Of all pages of ours. The policy of content allows no style that stands in a page. */
export const PAGE_STYLE = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
main { max-width: 36rem; margin: 4rem auto; padding: 0 1rem }
label { display: block; font-weight: 600 }
select, input { width: 100%; padding: .5rem; font: inherit; box-sizing: border-box }
button { padding: .6rem 1rem; margin: 0 .5rem .5rem 0; font: inherit; cursor: pointer }
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

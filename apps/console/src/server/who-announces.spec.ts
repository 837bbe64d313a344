/** What the console says of who may announce is what the document of the API says. */
import document from '../../../../docs/openapi.json' with { type: 'json' };
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS, LINKS_ANNOUNCEMENTS } from './who-announces.data.ts';

const { description } = document.paths['/pledges'].post;
const linking = document.paths['/pledges/{pledgeId}/announcements'].post.description;

it.each([
  ['of their own', description, /^Roles: ([^.]+)\./m, ANNOUNCES],
  ['for others', description, /For others, named in onBehalfOf: ([^.]+)\./, ANNOUNCES_FOR_OTHERS],
  ['that they link', linking, /^Roles: ([^.]+)\./m, LINKS_ANNOUNCEMENTS],
])('roles that announce %s', (_, text, sentence, roles) =>
  expect(sentence.exec(text)?.[1]?.split(', ').sort()).toEqual([...roles].sort()),
);

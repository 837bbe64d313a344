/** The check of answers itself: what the document does not say is an error, and what it says is none. */
import { mustBeAsDocumented } from './as-documented.ts';

const problem = { type: 'urn:x', title: 'No', status: 409, detail: 'no', code: 'NO', instance: 'i' };
const type = 'application/problem+json; charset=utf-8';

it.each<[string, string, string, number]>([
  ['a status that no operation answers', 'GET', '/pledges', 418],
  ['a status of other operations', 'GET', '/reports', 404],
  ['a refusal of commands, by a question', 'GET', '/gaps', 412],
  ['a fault of ours', 'POST', '/pledges', 500],
])('%s is an error', (_, method, path, status) => {
  expect(() => mustBeAsDocumented(method, path, { status, type, body: problem })).toThrow(
    `${method} ${path} answers ${status} ${type}, which openapi.json does not say`,
  );
});

it('a refusal that the operation lists is none, and neither is an address that there is not', () => {
  mustBeAsDocumented('POST', '/pledges', { status: 409, type, body: problem });
  mustBeAsDocumented('GET', '/nowhere', { status: 404, type, body: problem });
});

it('that nothing has changed is none of a question, and an error of what has no tag', () => {
  const nothing = { status: 304, type: '', body: {} };
  mustBeAsDocumented('GET', '/pledges', nothing);
  expect(() => mustBeAsDocumented('GET', '/operations/read-models', nothing)).toThrow('does not say');
});

it('a refusal without its code is an error', () => {
  const { code: _, ...body } = problem;
  expect(() => mustBeAsDocumented('POST', '/pledges', { status: 409, type, body })).toThrow("'code'");
});

it('an answer with a field more is an error', () => {
  const body = { items: [], note: 'more' };
  expect(() =>
    mustBeAsDocumented('GET', '/reports', { status: 200, type: 'application/json', body }),
  ).toThrow('must NOT have additional properties');
});

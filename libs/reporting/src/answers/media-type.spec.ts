import { preferredType } from './media-type.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
const sent = (accept: string | undefined): string =>
  preferredType(accept, [JSON_TYPE, CSV_TYPE]) === CSV_TYPE ? 'CSV' : 'JSON';

it.each([
  [undefined, 'JSON'],
  ['', 'JSON'],
  ['*/*', 'JSON'],
  ['application/*', 'JSON'],
  ['text/*', 'CSV'],
  ['text/csv', 'CSV'],
  ['TEXT/CSV', 'CSV'],
  ['text/csv; charset=utf-8', 'CSV'],
  ['text/csv;header=present', 'CSV'],
  ['application/json', 'JSON'],
  ['application/json; charset=utf-8', 'JSON'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'JSON'],
])('Accept: %s is answered by %s', (accept, form) => {
  expect(sent(accept)).toBe(form);
});

it.each([
  ['application/json, text/csv;q=0.1', 'JSON'],
  ['application/json;q=0.1, text/csv', 'CSV'],
  ['text/csv;q=0.5, */*;q=0.1', 'CSV'],
  ['text/csv;q=0.1, */*', 'JSON'],
  ['application/json;q=0.9, text/*;q=0.8', 'JSON'],
  ['*/*;q=0.1, application/json;q=0', 'CSV'],
  ['text/csv , application/json', 'CSV'],
  ['text/csv;q=0.001', 'CSV'],
])('the higher weight wins, and zero refuses: %s is answered by %s', (accept, form) => {
  expect(sent(accept)).toBe(form);
});

it.each([
  'text/csv;q=0',
  'text/csv;q=0.0, image/png',
  'text/csv;q=0, application/json;q=0',
  'image/png',
  'text/csv-schema',
  'application/xtext/csv',
  'text/csv; header=absent',
  'text/csv;q=many',
  'text',
  ',;=,',
  '"',
])('a header under which neither form is acceptable is disregarded: %s', (accept) => {
  expect(sent(accept)).toBe('JSON');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiText } from './openapi-text.ts';

it('docs/openapi.json is what the service serves (npm run openapi writes it)', async () => {
  const checkedIn = readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8');
  expect(JSON.parse(checkedIn)).toEqual(JSON.parse(await openApiText()));
});

/**
 * Writes docs/openapi.json, which is what the standalone service serves, and infra/proxy/routes.map, by which the reverse
 * proxy of the distributed shape finds the service; a test fails when they are not what they would be now.
 */
import { writeFileSync } from 'node:fs';
import { mergedOpenApi } from './merged-openapi.ts';
import { openApiText, serviceDocuments } from './openapi-text.ts';
import { proxyRoutes } from './proxy-routes.ts';

const documents = await serviceDocuments();
const write = (path: string, text: string): void => {
  writeFileSync(new URL(`../../../${path}`, import.meta.url), text);
};
write('docs/openapi.json', openApiText(mergedOpenApi(documents)));
write('infra/proxy/routes.map', proxyRoutes(documents));

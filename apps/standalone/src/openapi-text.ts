/** The OpenAPI documents of services, each made on an empty data folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom, createLogger, createService, openApiOf } from '@pledgeline/runtime';
import type { OpenApiDocument } from './merged-openapi.ts';
import { serviceSlices } from './slices.ts';

type Slices = Parameters<typeof createService>[0]['slices'];

/** What a service of these slices serves. */
export const openApiDocument = async (slices: Slices): Promise<OpenApiDocument> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pledgeline-openapi-'));
  const configuration = configurationFrom({ PLEDGELINE_DATA: dataFolder });
  const service = await createService({ configuration, slices, log: createLogger('silent', 'openapi') });
  try {
    await service.app.init();
    return JSON.parse(JSON.stringify(openApiOf(service.app, slices))) as OpenApiDocument;
  } finally {
    await service.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

/** By the name of the service, in the order in which standalone serves their slices. */
export const serviceDocuments = async (): Promise<ReadonlyMap<string, OpenApiDocument>> => {
  const documents = new Map<string, OpenApiDocument>();
  for (const [service, slices] of Object.entries(serviceSlices)) {
    documents.set(service, await openApiDocument(slices));
  }
  return documents;
};

export const openApiText = (document: OpenApiDocument): string => `${JSON.stringify(document, null, 2)}\n`;

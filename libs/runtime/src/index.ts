export { configurationFrom } from './configuration.ts';
export type { Configuration } from './configuration.ts';
export { createService } from './create-service.ts';
export type { Service, ServiceOptions } from './create-service.ts';
export { createLogger } from './logging.ts';
export { openApiOf } from './openapi/api-document.ts';
export { runRelay } from './run-relay.ts';
export { runService } from './run-service.ts';

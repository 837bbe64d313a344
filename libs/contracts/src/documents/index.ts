export { contractSources } from './contract-record.ts';
export type { ContractRecord } from './contract-record.ts';
export { eventDocuments, RELEASED_FILE, releaseText } from './event-documents.ts';

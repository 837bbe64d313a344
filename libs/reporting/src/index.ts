export { projections } from './read-models/projections.ts';
export { ReportingModule } from './reporting.module.ts';

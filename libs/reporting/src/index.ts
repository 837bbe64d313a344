export { projections } from './projections.ts';
export { ReportingModule } from './reporting.module.ts';

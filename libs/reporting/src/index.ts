export { projections } from './views.ts';
export { ReportingModule } from './reporting.module.ts';

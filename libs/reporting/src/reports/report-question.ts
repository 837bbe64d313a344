/** What a report may be asked. */
export interface ReportFilters {
  readonly conference?: string | undefined;
  readonly memberState?: string | undefined;
  readonly category?: string | undefined;
  readonly theme?: string | undefined;
}

/** What a report may be asked besides its filters; each report says which of them it knows. */
export interface ReportOptions {
  readonly by?: string | undefined;
  readonly since?: string | undefined;
  readonly within?: number | undefined;
}

export type Question = ReportFilters & ReportOptions;

/** Of the register, which most reports are about. */
export const REGISTER_FILTERS = [
  'conference',
  'memberState',
  'category',
  'theme',
] as const satisfies readonly (keyof ReportFilters)[];

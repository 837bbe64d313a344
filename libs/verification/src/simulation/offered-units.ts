/** Units that a simulation offers: usual ones of their kind. */
export const OFFERED_UNITS = [
  { category: 'UNIT', capabilityCode: 'INF-BN', persons: 850, selector: 'FGS' },
  { category: 'UNIT', capabilityCode: 'FPU', persons: 140, selector: 'PD' },
  { category: 'ENABLER', capabilityCode: 'ENG-COY', persons: 200, selector: 'FGS' },
  { category: 'ENABLER', capabilityCode: 'HOSP-L2', persons: 65, selector: 'FGS' },
] as const;

export type OfferedUnit = (typeof OFFERED_UNITS)[number];

/** Units that a simulation offers: usual ones of their kind. */
export const OFFERED_UNITS = [
  { category: 'UNIT', capabilityCode: 'INF-BN', name: 'infantry battalion', persons: 850, selector: 'FGS' },
  { category: 'UNIT', capabilityCode: 'FPU', name: 'formed police unit', persons: 140, selector: 'PD' },
  {
    category: 'ENABLER',
    capabilityCode: 'ENG-COY',
    name: 'engineering company',
    persons: 200,
    selector: 'FGS',
  },
  {
    category: 'ENABLER',
    capabilityCode: 'HOSP-L2',
    name: 'hospital of Level 2',
    persons: 65,
    selector: 'FGS',
  },
] as const;

export type OfferedUnit = (typeof OFFERED_UNITS)[number];

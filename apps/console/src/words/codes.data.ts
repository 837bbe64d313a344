/** What the codes of closed lists are called, where their own letters do not say it. */

export const STATUS_NAMES: Readonly<Record<string, string>> = {
  ANNOUNCED: 'Announced',
  ACKNOWLEDGED: 'Acknowledged',
  REGISTERED: 'Registered',
  MATCHED: 'Matched',
  SELECTED: 'Selected',
  MOU_SIGNED: 'MOU signed',
  READY: 'Ready',
  DEPLOYED: 'Deployed',
  REPATRIATED: 'Repatriated',
  PLANNED: 'Planned',
  IN_PROGRESS: 'In progress',
  FULFILLED: 'Kept',
  PARTIALLY_FULFILLED: 'Kept in part',
  WITHDRAWN: 'Withdrawn',
  DECLINED: 'Declined',
  LAPSED: 'Lapsed',
  SPLIT: 'Split',
  MERGED: 'Merged',
  SUPERSEDED: 'Superseded',
  VOID: 'Void',
};

export const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  UNIT: 'Units',
  ENABLER: 'Enablers: transport, engineers, signals',
  EXPERTISE: 'Experts',
  TRAINING: 'Training',
  EQUIPMENT: 'Equipment',
  FINANCE: 'Money',
  TECHNOLOGY: 'Technology',
  MEDICAL: 'Medical help',
  WPS: 'Women, peace and security',
  ENVIRONMENT: 'Environment',
  CONDUCT: 'Conduct',
  POLITICAL: 'Political commitments',
};

export const ROLE_NAMES: Readonly<Record<string, string>> = {
  MS: 'member state',
  DESK: 'pledge desk',
  SFGC: 'strategic force generation',
  FGS: 'force generation',
  PD: 'police division',
  DOS: 'operational support',
  MISSION: 'mission',
  PARTNER: 'partner',
  IMPL: 'implementing body',
  EVAL: 'evaluator',
  ADMIN: 'administrator',
  SYSTEM: 'the system',
  AUDITOR: 'auditor',
  SUBSCRIBER: 'subscriber',
  PUBLIC: 'the public',
};

export const LEVEL_NAMES: Readonly<Record<string, string>> = {
  L1: 'Level 1',
  L2: 'Level 2',
  L3: 'Level 3',
  RDL: 'Rapid deployment level',
};

export const PART_NAMES: Readonly<Record<string, string>> = {
  WHO: 'who',
  WHAT: 'what',
  HOW_MANY: 'how many',
  BY_WHEN: 'by when',
  BASELINE: 'the baseline',
};

/** Refusals that tasks name beforehand, where their code does not say it. */
export const OBSTACLE_NAMES: Readonly<Record<string, string>> = {
  AAV_MISSING: 'no assessment and advisory visit yet',
};

/** Those that do not say it themselves. */
export const THEME_NAMES: Readonly<Record<string, string>> = {
  poc: 'Protection of civilians',
  wps: 'Women, peace and security',
  stratcom: 'Strategic communications',
  'counter-ied': 'Counter-IED',
};

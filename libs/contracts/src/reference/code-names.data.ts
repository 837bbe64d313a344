/** What codes are called in English, where people read them. A new code without a name does not compile. */
import type { CaveatKind, Level, SmartPart, SPEAKER_RANKS, Status, Track } from '../vocabulary.data.ts';
import type { Category, Theme } from './capability.ts';
import type { Region } from './member-state.ts';

const category: Readonly<Record<Category, string>> = {
  UNIT: 'Units',
  ENABLER: 'Enablers',
  EXPERTISE: 'Expertise',
  TRAINING: 'Training',
  EQUIPMENT: 'Equipment',
  FINANCE: 'Finance',
  TECHNOLOGY: 'Technology',
  MEDICAL: 'Medical support',
  WPS: 'Women, peace and security',
  ENVIRONMENT: 'Environment',
  CONDUCT: 'Conduct and discipline',
  POLITICAL: 'Political commitments',
};

const theme: Readonly<Record<Theme, string>> = {
  'capacity-building': 'Capacity building',
  conduct: 'Conduct and discipline',
  'counter-ied': 'Counter-IED',
  environment: 'Environment',
  medical: 'Medical support',
  'mental-health': 'Mental health',
  performance: 'Performance',
  poc: 'Protection of civilians',
  'rapid-deployment': 'Rapid deployment',
  'safety-security': 'Safety and security of peacekeepers',
  stratcom: 'Strategic communications',
  'sustaining-peace': 'Sustaining peace',
  technology: 'Technology',
  wps: 'Women, peace and security',
};

const status: Readonly<Record<Status, string>> = {
  ANNOUNCED: 'Announced',
  ACKNOWLEDGED: 'Acknowledged',
  REGISTERED: 'Registered',
  MATCHED: 'Matched',
  SELECTED: 'Selected',
  MOU_SIGNED: 'Memorandum signed',
  READY: 'Ready',
  DEPLOYED: 'Deployed',
  REPATRIATED: 'Repatriated',
  PLANNED: 'Planned',
  IN_PROGRESS: 'In progress',
  FULFILLED: 'Fulfilled',
  PARTIALLY_FULFILLED: 'Partially fulfilled',
  WITHDRAWN: 'Withdrawn',
  DECLINED: 'Declined',
  LAPSED: 'Lapsed',
  SPLIT: 'Split',
  MERGED: 'Merged',
  SUPERSEDED: 'Superseded',
  VOID: 'Void',
};

const level: Readonly<Record<Level, string>> = {
  L1: 'Level 1',
  L2: 'Level 2',
  L3: 'Level 3',
  RDL: 'Rapid Deployment Level',
};

const track: Readonly<Record<Track, string>> = {
  CAPABILITY: 'Capability (PCRS)',
  IMPLEMENTATION: 'Implementation (milestones and evidence)',
};

const smartPart: Readonly<Record<SmartPart, string>> = {
  WHO: 'Who',
  WHAT: 'What',
  HOW_MANY: 'How many',
  BY_WHEN: 'By when',
};

const caveatKind: Readonly<Record<CaveatKind, string>> = {
  GEOGRAPHIC: 'Where',
  TASK: 'For which tasks',
  TIME: 'When',
  COMMAND: 'Under whose command',
  OTHER: 'Other',
};

const region: Readonly<Record<Region, string>> = {
  AFRICA: 'African Group',
  ASIA_PACIFIC: 'Asia-Pacific Group',
  EASTERN_EUROPE: 'Eastern European Group',
  LATIN_AMERICA_CARIBBEAN: 'Latin American and Caribbean Group',
  WESTERN_EUROPE_OTHERS: 'Western European and Others Group',
  NO_GROUP: 'In no regional group',
};

const speakerRank: Readonly<Record<(typeof SPEAKER_RANKS)[number], string>> = {
  HEAD_OF_STATE: 'Head of state',
  HEAD_OF_GOVERNMENT: 'Head of government',
  FOREIGN_MINISTER: 'Foreign minister',
  DEFENCE_MINISTER: 'Defence minister',
  INTERIOR_MINISTER: 'Interior minister',
  OTHER_MINISTER: 'Other minister',
  DEPUTY: 'Deputy',
  AMBASSADOR: 'Ambassador',
  OFFICIAL: 'Official',
};

export const codeNames = {
  category,
  theme,
  status,
  level,
  track,
  smartPart,
  caveatKind,
  region,
  speakerRank,
};

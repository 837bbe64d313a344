/** Who acts in the demo: one person for each task, so that every role rule is met as in real life. */
import type { Person } from './person.ts';

export const people = {
  admin: { actor: 'records.officer', role: 'ADMIN' },
  desk: { actor: 'pledge.desk', role: 'DESK' },
  sfgc: { actor: 'force.generation.cell', role: 'SFGC' },
  fgs: { actor: 'military.planner', role: 'FGS' },
  police: { actor: 'police.division', role: 'PD' },
  dos: { actor: 'operational.support', role: 'DOS' },
  mission: { actor: 'mission.headquarters', role: 'MISSION' },
  india: { actor: 'mission.of.india', role: 'MS', state: 'IND' },
} as const satisfies Record<string, Person>;

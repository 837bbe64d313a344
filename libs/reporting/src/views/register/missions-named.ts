/** The missions that a pledge is tied to, as it names them. */
import { termsPromised, type Pledge } from '@pledgeline/pledge';

/** Where its unit is or goes, its posts are, and its promise says that it is for; not where it came home from. */
export const missionsNamed = (pledge: Pledge): readonly string[] => {
  const { deployment, selection, matches, delivered } = pledge;
  const taken = deployment === null ? selection?.mission : null;
  const present = deployment?.repatriatedOn === null ? deployment.mission : taken;
  const promised = deployment === null ? termsPromised(pledge)?.mission : null;
  const posts = (delivered?.secondments ?? []).filter(({ endedOn }) => endedOn === null);
  const named = [present, promised, ...[...matches, ...posts].map(({ mission }) => mission)];
  return [...new Set(named)].flatMap((mission) => mission ?? []);
};

/** The names by which missions change what a pledge waits for: also of those in which a caveat was found. */
export const missionsOfTasks = (pledge: Pledge): readonly string[] => [
  ...new Set([...missionsNamed(pledge), ...pledge.caveats.flatMap(({ foundIn }) => foundIn ?? [])]),
];

/** Names hold blanks, and no line breaks. */
const BETWEEN = '\n';

export const missionsColumn = (pledge: Pledge): string | null =>
  missionsOfTasks(pledge).join(BETWEEN) || null;

export const missionsOfColumn = (column: string): readonly string[] => column.split(BETWEEN);

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

/** The missions that a pledge is tied to, with what stands against them on the day: accountability page, section 10. */
import type { Views } from '@pledgeline/event-sourcing';
import type { Pledge } from '@pledgeline/pledge';
import { hasClosed } from '../../views/mission-calendar.view.ts';
import { missionsKnown } from '../../views/missions-known.ts';
import { missionsNamed } from '../../views/register/missions-named.ts';
import type { MissionOnPage } from './mission-on-page.schema.ts';

export const missionsOnPage = async (
  pledge: Pledge,
  views: Views,
  today: string,
): Promise<readonly MissionOnPage[]> => {
  const named = missionsNamed(pledge);
  if (named.length === 0) return [];
  const known = await missionsKnown(views);
  return named.map((asStated) => {
    const code = known.codeOf(asStated);
    if (code === undefined)
      return { asStated, code: null, closesOn: null, isClosed: false, hostConsent: null, marks: ['UNKNOWN'] };
    const { closesOn, hostConsent } = known.standingOf(code, today);
    const isClosed = hasClosed(closesOn, today);
    const marks: MissionOnPage['marks'][number][] = [];
    if (closesOn !== null) marks.push(isClosed ? 'CLOSED' : 'CLOSES');
    if (hostConsent === 'WITHDRAWN') marks.push('HOST_CONSENT_MISSING');
    return { asStated, code, closesOn, isClosed, hostConsent, marks };
  });
};

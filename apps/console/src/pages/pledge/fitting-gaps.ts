/** The gaps that a pledge may be matched with, to be chosen from by mission and unit: of its own code, or one that takes it instead. */
import { useQuery } from '@tanstack/react-query';
import type { Choice } from '../../forms/request-fields.ts';
import { ask } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { day, number } from '../../words/numbers.ts';
import { nameOf } from '../../words/names.ts';
import { sayOfPledge } from '../../words/pledge-words.ts';
import { say } from '../../words/words.ts';

type Gap = Answer<'/gaps'>['items'][number];
type Unit = Pick<Answer<'/pledges/{pledgeId}'>, 'capabilityCode'>;

const AT_ONCE = 200;

/** @returns null where they are not needed or cannot be read, undefined while they are on their way. */
export const useFittingGaps = (pledge: Unit, isNeeded: boolean): readonly Choice[] | null | undefined => {
  const open = useQuery({
    queryKey: ['/gaps', 'open'],
    queryFn: ({ signal }) => openGaps(signal),
    enabled: isNeeded,
  });
  if (!isNeeded || open.isError) return null;
  return open.data && fitting(pledge, open.data).map((gap) => ({ code: gap.gapId, name: inWords(gap) }));
};

/** All of them, page by page. */
const openGaps = async (signal: AbortSignal, cursor: string | null = null): Promise<readonly Gap[]> => {
  const query = { state: ['OPEN' as const], limit: AT_ONCE, ...(cursor !== null && { cursor }) };
  const { items, next } = (await ask('/gaps', { query }, signal)).body;
  return next === null ? items : [...items, ...(await openGaps(signal, next))];
};

/** Which of them the pledge would be refused for otherwise the server says. */
export const fitting = ({ capabilityCode }: Unit, gaps: readonly Gap[]): readonly Gap[] =>
  capabilityCode === null
    ? []
    : gaps.filter(
        (gap) => gap.left !== 0 && [gap.capabilityCode, ...gap.substitutes].includes(capabilityCode),
      );

const inWords = ({ mission, capabilityCode, number: wanted, left, neededBy }: Gap): string =>
  sayOfPledge().gap(
    mission,
    nameOf('capability', capabilityCode),
    left === null ? number(wanted) : say().plot.of(number(left), number(wanted)),
    day(neededBy) || say().noDate,
  );

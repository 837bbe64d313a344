/**
 * The names that a question filters by, as codes: whatever name of a state, a theme or a mission everybody knows, or the desk had
 * entered by then, is taken by every list and report alike, as at the doors of commands. A name that means nothing is refused, since
 * it would find nothing, as if there were nothing. Accountability page, section 14.
 */
import {
  resolveMemberState,
  TAG_REGISTERS,
  TAGS,
  tagOf,
  unknownMission,
  unknownState,
} from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import type { OneOrMore } from '../answers/one-or-more.ts';
import { missionsKnown } from './missions-known.ts';
import { namesKnown, type NamesKnown } from './names-known.ts';

interface Named {
  readonly memberState?: OneOrMore;
  readonly theme?: OneOrMore;
  readonly mission?: OneOrMore;
}

/** @throws {Rejected} UNKNOWN_STATE and UNKNOWN_MISSION, with those that may be meant; UNKNOWN_THEME, with the list. */
export const namesInCodes = async <Input extends object>(
  views: Pick<Views, 'find'>,
  input: Input,
): Promise<Input> => {
  const { memberState, theme, mission } = input as Named;
  if (memberState === undefined && theme === undefined && mission === undefined) return input;
  let known: Promise<NamesKnown> | undefined;
  const names = (): Promise<NamesKnown> => (known ??= namesKnown(views));
  return {
    ...input,
    ...(memberState !== undefined && {
      memberState: await each(memberState, (one) => stateMeant(one, names)),
    }),
    ...(theme !== undefined && { theme: await each(theme, (one) => themeMeant(one, names)) }),
    ...(mission !== undefined && { mission: await missionsMeant(mission, views) }),
  };
};

type Names = () => Promise<NamesKnown>;

const each = async (
  written: NonNullable<OneOrMore>,
  meant: (one: string) => Promise<string>,
): Promise<NonNullable<OneOrMore>> =>
  typeof written === 'string' ? meant(written) : Promise.all(written.map(meant));

/** The register is read where a name is not everybody's. */
const stateMeant = async (written: string, names: Names): Promise<string> => {
  const code = resolveMemberState(written) ?? (await names()).codeOf('states', written);
  if (code !== undefined) return code;
  throw unknownState('memberState', written);
};

const missionsMeant = async (
  written: NonNullable<OneOrMore>,
  views: Pick<Views, 'find'>,
): Promise<NonNullable<OneOrMore>> => {
  const known = await missionsKnown(views);
  return each(written, (one) => {
    const code = known.codeOf(one);
    return code === undefined ? Promise.reject(unknownMission('mission', one)) : Promise.resolve(code);
  });
};

const themeMeant = async (written: string, names: Names): Promise<string> => {
  const everybodys = tagOf(written);
  if (TAGS.includes(everybodys)) return everybodys;
  const known = await names();
  const code = TAG_REGISTERS.map((register) => known.codeOf(register, written)).find(
    (one) => one !== undefined && TAGS.includes(one),
  );
  if (code !== undefined) return code;
  const message = `No theme is known as "${written}"; allowed: ${TAGS.join(', ')}, and their names.`;
  throw new Rejected('invalid', 'UNKNOWN_THEME', message, { field: 'theme', allowed: TAGS });
};

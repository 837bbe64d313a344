/**
 * The names that a question filters by, as codes: whatever name of a state or of a theme everybody knows, or the desk had entered by
 * then, is taken by every list and report alike, as at the doors of commands. Accountability page, section 14.
 */
import { resolveMemberState, TAG_REGISTERS, TAGS, tagOf, unknownState } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import type { OneOrMore } from '../answers/one-or-more.ts';
import { namesKnown, type NamesKnown } from './names-known.ts';

interface Named {
  readonly memberState?: OneOrMore;
  readonly theme?: OneOrMore;
}

/** @throws {Rejected} UNKNOWN_STATE, with those that may be meant; UNKNOWN_THEME, with the list. */
export const namesInCodes = async <Input extends object>(
  views: Pick<Views, 'find'>,
  input: Input,
): Promise<Input> => {
  const { memberState, theme } = input as Named;
  if (memberState === undefined && theme === undefined) return input;
  let known: Promise<NamesKnown> | undefined;
  const names = (): Promise<NamesKnown> => (known ??= namesKnown(views));
  return {
    ...input,
    ...(memberState !== undefined && {
      memberState: await each(memberState, (one) => stateMeant(one, names)),
    }),
    ...(theme !== undefined && { theme: await each(theme, (one) => themeMeant(one, names)) }),
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

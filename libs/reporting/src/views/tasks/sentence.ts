/** What a task says is to be done: by code and values, and in English. */
import { TASK_SENTENCES, type TaskSentence } from '@pledgeline/contracts';

/** Lists are of codes or names. */
export type SentenceValue = string | number | readonly string[];

export interface Sentence {
  readonly code: TaskSentence;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/** The names in braces. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ValuesOf<Code extends TaskSentence> = Readonly<
  Record<NamesIn<(typeof TASK_SENTENCES)[Code]>, SentenceValue>
>;

/** The compiler asks for each value that the sentence has, and for no other. */
export const say = <Code extends TaskSentence>(
  code: Code,
  ...[values]: [NamesIn<(typeof TASK_SENTENCES)[Code]>] extends [never] ? [] : [values: ValuesOf<Code>]
): Sentence => ({ code, values: values ?? {} });

/** What somebody wrote, where there is anything. */
export const inTheirWords = (text: string | null): readonly Sentence[] =>
  text === null || text.trim() === '' ? [] : [say('IN_THEIR_WORDS', { text })];

/** Values are put in once: braces that somebody wrote stay. */
export const sentencesInWords = (sentences: readonly Sentence[]): string =>
  sentences
    .map(({ code, values }) =>
      TASK_SENTENCES[code].replace(/\{(\w+)\}/g, (_braces, name: string) => inWords(values[name] ?? '')),
    )
    .join(' ');

const inWords = (value: SentenceValue): string => (Array.isArray(value) ? value.join(', ') : String(value));

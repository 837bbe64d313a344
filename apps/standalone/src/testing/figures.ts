/** What a report says of one group. */
import type { Body, Voice } from './scenario.ts';

export interface FigureRead {
  readonly figure: string;
  readonly value: number | null;
  readonly counted: { readonly ids: readonly string[] };
  readonly published: readonly Body[];
}

/** The figures of a group by their codes; nothing where there is no such group. */
export const figuresOf = async (
  voice: Voice,
  path: string,
  group = 'all',
): Promise<ReadonlyMap<string, FigureRead>> => {
  const { groups } = await voice.get(`/reports/${path}`);
  const found = (groups as readonly Body[]).find(({ code }) => code === group);
  return new Map(((found?.figures ?? []) as readonly FigureRead[]).map((figure) => [figure.figure, figure]));
};

export const valueOf = async (
  voice: Voice,
  path: string,
  figure: string,
  group?: string,
): Promise<number | null | undefined> => (await figuresOf(voice, path, group)).get(figure)?.value;

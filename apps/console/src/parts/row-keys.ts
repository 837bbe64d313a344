/** `j` and `k` move the focus from row to row, on the first link of each; Enter is the link's own. */
import { useRef } from 'react';
import type { RefObject } from 'react';
import { useKeys } from './use-keys.ts';

/** @returns for the table whose rows they are. */
export const useRowKeys = (): RefObject<HTMLTableElement | null> => {
  const table = useRef<HTMLTableElement>(null);
  const move = (by: number): void => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].flatMap((row) => {
      const link = row.querySelector<HTMLElement>('a[href]');
      return link === null ? [] : [link];
    });
    const row = document.activeElement?.closest('tr') ?? null;
    const at = links.findIndex((link) => link.closest('tr') === row);
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return table;
};

/** Where the focus goes as filters change: to the field of the one that went, and never back to the top of the page. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { filtersOn, registerAddress } from '../../addresses/register-search.ts';
import type { RegisterSearch } from '../../addresses/register-search.ts';

type Filters = ReturnType<typeof filtersOn>;

/** @returns for what holds the form of the filters, which is made anew with each selection. */
export const useFilterFocus = (search: RegisterSearch): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(search);
  useEffect(() => {
    const was = before.current;
    before.current = search;
    if (selection(was) === selection(search)) return;
    const [had, has] = [filtersOn(was), filtersOn(search)];
    const [came] = without(has, had);
    const [went] = without(had, has);
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    // Some are kept without a field of their own, and then the button is the nearest.
    const field = came === undefined && went ? find(`[name="${went.name}"]:not([type=hidden])`) : null;
    (field ?? find('[type=submit]'))?.focus();
  });
  return place;
};

/** Without the page of it. */
const selection = ({ cursor: _page, ...rest }: RegisterSearch): string => registerAddress(rest);

const without = (all: Filters, some: Filters): Filters =>
  all.filter(({ name, value }) => !some.some((one) => one.name === name && one.value === value));

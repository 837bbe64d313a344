/** What is said on the page that is opened next: that something was recorded, where its reader goes on by itself. */
export interface Said {
  readonly text: string;
  /** The reference of the pledge that it is about, where the page is that of another. */
  readonly about?: string;
}

let waiting: Said | null = null;

export const sayNext = (said: Said): void => {
  waiting = said;
};

/** What waits to be said, once: a page that is opened again has nothing to say. */
export const takeSaid = (): Said | null => {
  const said = waiting;
  waiting = null;
  return said;
};

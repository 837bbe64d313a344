/** Whether the reader came to this page by Back or Forward: then it is shown as he left it, and focus stays. */
let byHistory = false;

/** To be called once, before the first page. */
export const watchHistory = (): void => {
  addEventListener('popstate', () => {
    byHistory = true;
    // Whatever follows the next turn of the page is a step of its own.
    setTimeout(() => (byHistory = false), 0);
  });
};

export const cameBack = (): boolean => byHistory;

/** Whether single keys do something: a switch that the browser keeps, since who dictates would set them off by words. */
const NAME = 'pledgeline.keys';
const OFF = 'off';
const watchers = new Set<() => void>();

export const keysAreOn = (): boolean => {
  try {
    return localStorage.getItem(NAME) !== OFF;
  } catch {
    return true;
  }
};

export const switchKeys = (isOn: boolean): void => {
  if (isOn) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, OFF);
  for (const watcher of watchers) watcher();
};

export const watchKeySwitch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

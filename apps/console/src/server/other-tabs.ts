/** The other pages of this browser, which share its session, and are told who reads now. */
const CHANNEL = 'pledgeline.session';

/** @param reader in any words that are the same for the same reader; blank when a session was ended. */
export const tellOtherTabs = (reader: string): void => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(reader);
  channel.close();
};

/** @returns what ends the listening. */
export const listenToOtherTabs = (onReader: (reader: string) => void): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) => onReader(String(data)));
  return () => channel.close();
};

/** The relay as a process: no slices, only its health to ask for. */
import { runService } from './run-service.ts';

export const runRelay = async (): Promise<void> => {
  await runService({
    name: 'relay',
    slices: [],
    open: async (configuration, nature) => {
      const { relaySurroundings } = await import('./relay-surroundings.ts');
      return relaySurroundings(configuration, nature);
    },
  });
};

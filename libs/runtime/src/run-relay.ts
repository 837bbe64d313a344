/** The relay as a process: no slices, only its health to ask for. */
import { runService } from './run-service.ts';

export const runRelay = async (): Promise<void> => {
  await runService({
    name: 'relay',
    slices: [],
    open: async (configuration, context) => {
      const { relayInfrastructure } = await import('./relay-infrastructure.ts');
      return relayInfrastructure(configuration, context);
    },
  });
};

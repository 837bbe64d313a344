/** Opens what a process stands on. The adapters are imported only when chosen. */
import type { Configuration } from './configuration.ts';
import type { Infrastructure, ServiceContext } from './infrastructure.ts';

/** @throws {CannotStart} when something is set that cannot be used, or another process uses the data folder. */
export const openInfrastructure = async (
  configuration: Configuration,
  context: ServiceContext,
): Promise<Infrastructure> => {
  if (configuration.distributed === null) {
    const { standaloneInfrastructure } = await import('./standalone-infrastructure.ts');
    return standaloneInfrastructure(configuration, context);
  }
  const { distributedInfrastructure } = await import('./distributed-infrastructure.ts');
  return distributedInfrastructure(configuration, configuration.distributed, context);
};

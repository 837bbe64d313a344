/** The contracts name the address of every command; the controllers must offer exactly those, and nothing else. */
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { commandRoutes } from '@pledgeline/contracts';
import { IntakeModule } from './intake.module.ts';

const controllers = Reflect.getMetadata('controllers', IntakeModule) as Type[];

const offered = controllers.flatMap((controller) => {
  const base: string = Reflect.getMetadata(PATH_METADATA, controller);
  const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype)).map(
    ({ value }) => value as object,
  );
  return methods
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method))
    .map((method) => ({
      command: Reflect.getMetadata('swagger/apiOperation', method)?.operationId as string,
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number],
      path: pathOf(base, Reflect.getMetadata(PATH_METADATA, method)),
    }));
});

function pathOf(base: string, path: string): string {
  return `/${[base, path].filter((part) => part !== '/').join('/')}`.replace(/:(\w+)/g, '{$1}');
}

const check = { command: 'CheckAnnouncement', method: 'POST', path: '/announcement-checks' };

it('every command of intake is offered at its one address, and one check beside them', () => {
  const promised = commandRoutes
    .filter(({ service }) => service === 'intake')
    .map(({ command, path }) => ({ command, method: 'POST', path }));
  const byPath = (one: { path: string }, other: { path: string }) => one.path.localeCompare(other.path);
  expect(offered.sort(byPath)).toEqual([...promised, check].sort(byPath));
});

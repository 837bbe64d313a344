/** The contracts name the address of every command; the controllers must offer exactly those, and nothing else. */
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { commandRoutes } from '@pledgeline/contracts';
import { VerificationModule } from './verification.module.ts';

const controllers = Reflect.getMetadata('controllers', VerificationModule) as Type[];

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

const operation = { command: 'RunDueWork', method: 'POST', path: '/operations/due-work' };

it('every command of verification is offered at its one address, and one operation beside them', () => {
  const promised = commandRoutes
    .filter(({ service }) => service === 'verification')
    .map(({ command, path }) => ({ command, method: 'POST', path }));
  const byPath = (one: { path: string }, other: { path: string }) => one.path.localeCompare(other.path);
  expect(offered.sort(byPath)).toEqual([...promised, operation].sort(byPath));
});

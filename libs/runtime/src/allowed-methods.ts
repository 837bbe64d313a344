/** Which methods an address takes, so that a wrong method is told apart from an address that does not exist. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The methods of a path without its query; none when no route has it. */
export type AllowedMethods = (path: string) => readonly string[];

interface Route {
  readonly methods: readonly string[];
  readonly segments: readonly string[];
}

/** Call before the routes are made. */
export const allowedMethodsOf = (app: NestFastifyApplication): AllowedMethods => {
  const routes: Route[] = [];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    routes.push({ methods: [method].flat(), segments: url.split('/') });
  });
  return (path) => {
    const segments = path.split('/');
    const methods = routes
      .filter((route) => matches(route.segments, segments))
      .flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  };
};

const matches = (route: readonly string[], path: readonly string[]): boolean =>
  route.length === path.length &&
  route.every((segment, n) => (segment.startsWith(':') ? path[n] !== '' : segment === path[n]));

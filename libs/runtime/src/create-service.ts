/**
 * Makes a service of slices: HTTP in front, the log behind, deliveries between. Which slices is the caller's choice; what
 * they stand on is the configuration's.
 */
import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestMicroservice } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StoreUnavailable } from '@pledgeline/event-sourcing';
import type { Answers, Clock, Log, SimulatedTime } from '@pledgeline/event-sourcing';
import type { Logger } from 'pino';
import { rulesOf } from './access.ts';
import type { Slice } from './access.ts';
import { admitRequests } from './admission.ts';
import { allowedMethodsOf } from './allowed-methods.ts';
import { AnsweringAdapter } from './answering-adapter.ts';
import { openAnswers } from './answering/open-answers.ts';
import { answerUnreadableAddress, answerWhatIsNotHttp } from './before-routing.ts';
import type { Configuration } from './configuration.ts';
import { siteIn } from './console/site.ts';
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts';
import { DeliveryStrategy, RethrowFilter } from './delivery-strategy.ts';
import { rateLimits } from './hardening/rate-limits.ts';
import { refusalLog } from './hardening/refusal-log.ts';
import type { RefusalLog } from './hardening/refusal-log.ts';
import { sendSecurityHeaders } from './hardening/security-headers.ts';
import { serverTimeouts, TIMEOUTS } from './hardening/timeouts.ts';
import type { Timeouts } from './hardening/timeouts.ts';
import { openIdentity } from './identity/open-identity.ts';
import type { OpenedIdentity } from './identity/opened-identity.ts';
import type { Invitation } from './identity/sign-in-invitation.ts';
import { BODY_LIMIT_BYTES, readJsonBodies } from './json-body.ts';
import { nestLogger } from './logging.ts';
import { serveOpenApi } from './openapi/api-document.ts';
import { orderlyClose, TIMEOUT_MS } from './orderly-close.ts';
import { incompleteStreams } from './incomplete-streams.ts';
import { ProblemFilter } from './problem.filter.ts';
import { RequestContextGuard } from './request-context.guard.ts';
import { runtimeAccess } from './runtime-access.ts';
import { RuntimeModule } from './runtime.module.ts';
import { unusable, usable } from './infrastructure.ts';
import type { Infrastructure } from './infrastructure.ts';
import { openInfrastructure } from './open-infrastructure.ts';
import { DATA_HEADER, SIMULATED, simulationIn } from './simulation.ts';
import { serveMetrics } from './telemetry/metrics-server.ts';
import type { MetricsServer } from './telemetry/metrics-server.ts';
import { addressesOf, keepFresh, trustedProxies } from './trusted-proxies.ts';
import { requestValidation } from './validation.ts';

export interface ServiceOptions {
  readonly configuration: Configuration;
  readonly slices: readonly Slice[];
  readonly log: Logger;
  /** Names the service to Kafka; `pledgeline` when absent. */
  readonly name?: string;
  /** Where it is not what every service stands on. */
  readonly open?: typeof openInfrastructure;
  /** It answers questions only, and goes on doing so while the log or the deliveries are away. */
  readonly degradedReads?: boolean;
  /** The folder of the console's files, where this service serves it; it need not be there. */
  readonly site?: string;
  /** How long `close` waits for requests in flight; 10 s when absent. */
  readonly timeoutMs?: number;
  /** How long slow clients are waited for, where it is not as long as usual. */
  readonly timeouts?: Timeouts;
}

export interface Service {
  readonly app: NestFastifyApplication;
  /** What it stands on, for the log. */
  readonly uses: Infrastructure['uses'];
  /** How people of this machine sign in; null before it listens, and where they sign in elsewhere. */
  readonly invitation: () => Invitation | null;
  /** Where a Prometheus reads; null before it listens, and where none does. */
  readonly metricsUrl: () => string | null;
  /** Starts the deliveries, then listens. @returns the address to open. */
  listen(): Promise<string>;
  /** Finishes what is in flight, refuses new work, then closes the read models and the log. */
  close(): Promise<void>;
}

/** @throws {CannotStart} when the data folder cannot be used. */
export const createService = async (options: ServiceOptions): Promise<Service> => {
  const {
    configuration,
    log,
    name = 'pledgeline',
    open = openInfrastructure,
    timeoutMs = TIMEOUT_MS,
  } = options;
  const { fixedTime, host, port } = configuration;
  const simulation = await simulationIn(configuration);
  const ofPeople: Clock = fixedTime === null ? () => new Date().toISOString() : () => fixedTime;
  const clock = simulation?.clock ?? ofPeople;
  const module = options.slices.find(({ answering }) => answering !== undefined)?.answering;
  const infrastructure = await open(configuration, { name, clock, log, keepsProof: module !== undefined });
  simulation?.mark();
  const opened =
    module === undefined ? null : openAnswers(configuration, name, module, log, simulation?.shared ?? null);
  const { app, identity, refusals } = await assemble(
    infrastructure,
    options,
    clock,
    opened?.answers ?? null,
    simulation,
  ).catch(async (error: unknown) => {
    await infrastructure.close();
    // A disk that is full, or fails, while the read models are made.
    throw error instanceof StoreUnavailable ? unusable(configuration, error) : error;
  });
  const closeApp = orderlyClose(app, timeoutMs);
  let invitation: Invitation | null = null;
  let metrics: MetricsServer | null = null;
  return {
    app,
    uses: infrastructure.uses,
    invitation: () => invitation,
    metricsUrl: () => metrics?.url ?? null,
    listen: async () => {
      if (configuration.metrics !== null) {
        // Loaded where it is wanted only.
        const { metricsOf } = await import('./telemetry/metrics.ts');
        const { delivery, relayBehind } = infrastructure;
        metrics = await serveMetrics(configuration.metrics, metricsOf(delivery, relayBehind));
      }
      const [handOut] = await Promise.all([identity.invite(), app.startAllMicroservices()]);
      opened?.start();
      await app.listen(port, host);
      infrastructure.proof?.start();
      const url = await app.getUrl();
      invitation = await usable(configuration, () => handOut(url));
      return url;
    },
    close: async () => {
      await closeApp();
      await metrics?.close();
      identity.close();
      refusals.close();
      await opened?.close();
      await infrastructure.close();
    },
  };
};

const assemble = async (
  infrastructure: Infrastructure,
  { configuration, slices, log, degradedReads = false, site, timeouts = TIMEOUTS }: ServiceOptions,
  clock: Clock,
  answers: Answers | null,
  simulation: SimulatedTime | null,
): Promise<{
  readonly app: NestFastifyApplication;
  readonly identity: OpenedIdentity;
  readonly refusals: RefusalLog;
}> => {
  const { delivery } = infrastructure;
  const identity = await openIdentity(configuration);
  const incomplete = incompleteStreams();
  const refusals = refusalLog(configuration.dataFolder, log);
  const proxies = trustedProxies(configuration.trustedProxies, addressesOf, log);
  const app = await NestFactory.create<NestFastifyApplication>(
    RuntimeModule.for(infrastructure, {
      ...{ slices, clock, log, degradedReads, identity, answers, simulation, incomplete },
      site: site === undefined ? null : siteIn(site),
    }),
    new AnsweringAdapter({
      bodyLimit: BODY_LIMIT_BYTES,
      ...serverTimeouts(timeouts),
      trustProxy: proxies.trusts,
      // Refused by `orderlyClose` instead, with a problem document.
      return503OnClosing: false,
      frameworkErrors: answerUnreadableAddress,
      clientErrorHandler: answerWhatIsNotHttp,
      genReqId: (request: Pick<IncomingMessage, 'headers'>) => correlationIdOf(request.headers),
    }),
    { bodyParser: false, logger: nestLogger(log), abortOnError: false },
  );
  keepFresh(app, proxies);
  sendSecurityHeaders(app);
  logRequests(app, log);
  if (simulation !== null) sayThatItIsSimulated(app);
  const limits = await rateLimits(app, configuration.rates);
  readJsonBodies(app);
  admitRequests(app, {
    identity: identity.identity,
    ruleOf: rulesOf([runtimeAccess, ...slices.map(({ access }) => access)]),
    limits,
    proofDoors: configuration.proof.doors,
  });
  app.useGlobalGuards(new RequestContextGuard(clock));
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(
    new ProblemFilter(log, allowedMethodsOf(app), refusals, identity.howToSignIn, incomplete),
  );
  const deliveries = app.connectMicroservice(
    { strategy: new DeliveryStrategy(delivery) },
    // Its filter must be there before its handlers are made.
    { deferInitialization: true },
  ) as NestMicroservice;
  deliveries.useGlobalFilters(new RethrowFilter());
  // The application calls the hooks of the slices; without this they would be called twice.
  deliveries.setIsInitHookCalled(true);
  serveOpenApi(app, slices);
  return { app, identity, refusals };
};

const sayThatItIsSimulated = (app: NestFastifyApplication): void => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header(DATA_HEADER, SIMULATED);
    done();
  });
};

/** One line for each request, without its body, and the correlation id on the answer. */
const logRequests = (app: NestFastifyApplication, log: Log): void => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(CORRELATION_HEADER, request.id);
    done();
  });
  fastify.addHook('onResponse', ({ id, method, url }, { statusCode, elapsedTime }, done) => {
    const path = url.split('?', 1)[0] ?? url;
    if (!path.startsWith('/health/')) {
      const milliseconds = Math.round(elapsedTime * 10) / 10;
      log.info({ correlationId: id, method, path, status: statusCode, milliseconds }, 'request');
    }
    done();
  });
};

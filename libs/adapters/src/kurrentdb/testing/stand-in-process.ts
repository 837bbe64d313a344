/**
 * The protocol stand-in: a program that speaks the streams protocol of KurrentDB well enough for the unmodified client, and
 * that fails on demand. It is no database: it has no cluster and no projections. It takes its
 * orders from the process that started it and ends with it.
 */
import { readFileSync } from 'node:fs';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type { SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { access } from './stand-in-access.ts';
import { appends } from './stand-in-appends.ts';
import type { Call } from './stand-in-faults.ts';
import { faults } from './stand-in-faults.ts';
import { standInLog } from './stand-in-log.ts';
import { clusterInfoOf } from './stand-in-gossip.ts';
import { unavailable, unknown } from './stand-in-messages.ts';
import type { ReadCall } from './stand-in-reads.ts';
import { reads } from './stand-in-reads.ts';
import type { Answer, ClusterMember, Order, Settings } from './stand-in.ts';

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const fixedTime = settings.fixedTime === undefined ? undefined : Date.parse(settings.fixedTime);
const log = standInLog(settings.file, fixedTime);
const injected = faults();
const rights = access(settings.users);
const reading = reads(log, injected, rights, settings.mostWaiting);
const writing = appends(log, injected, rights, settings, () => reading.committed());
let port = settings.port;
let members: readonly ClusterMember[] | undefined;

/** A call with one answer, which may be refused or never come. */
const unary =
  <Result>(on: Call, result: () => Result) =>
  (_: ServerUnaryCall<unknown, Result>, answer: sendUnaryData<Result>): void => {
    const fault = injected.take(on);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'refuse') answer(unavailable());
    else if (fault !== undefined) answer(unknown());
    else answer(null, result());
  };

const supportedMethods = (): SupportedMethods => {
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion(settings.version);
  const methods = settings.batchAppend ? ['append', 'batchappend', 'read'] : ['append', 'read'];
  for (const name of methods) {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    supported.addMethods(method);
  }
  return supported;
};

const server = new Server({ 'grpc.max_receive_message_length': settings.maxMessageBytes });
server.addService(
  {
    ...StreamsService,
    read: {
      ...StreamsService.read,
      responseSerialize: (message: Buffer | { serializeBinary(): Uint8Array }) =>
        Buffer.isBuffer(message) ? message : Buffer.from(message.serializeBinary()),
    },
  },
  { ...writing, read: (call: ReadCall) => reading.read(call) },
);
server.addService(ServerFeaturesService, { getSupportedMethods: unary('features', supportedMethods) });
server.addService(GossipService, {
  read: unary('gossip', () => clusterInfoOf(members ?? [{ port, state: 'leader' }])),
});

const report = (answer: Answer): void => void process.send?.(answer);

process.on('message', (order: Order) => {
  if (order.order === 'inject') injected.inject(order.fault);
  else if (order.order === 'access') rights.set(order.stream, order.list);
  else if (order.order === 'others') {
    log.addOthers({ count: order.count, perSecond: order.perSecond });
    log.flush();
    reading.committed();
  } else if (order.order === 'scavenge') {
    log.scavenge();
    log.flush();
  } else if (order.order === 'clear') injected.clear();
  else if (order.order === 'gossip') members = order.members;
  else if (order.order === 'drop') reading.drop(order.how);
  report({
    done: order.number,
    ...(order.order === 'subscribed-from' && { told: reading.subscribedFrom() }),
  });
});
process.on('disconnect', () => process.exit());

const credentials = (): ServerCredentials => {
  if (settings.tls === undefined) return ServerCredentials.createInsecure();
  const { certificate, key } = settings.tls;
  const pair = { cert_chain: readFileSync(certificate), private_key: readFileSync(key) };
  return ServerCredentials.createSsl(null, [pair]);
};

server.bindAsync(`127.0.0.1:${port}`, credentials(), (error, bound) => {
  if (error !== null) throw error;
  port = bound;
  report({ port });
});

/** The settings of a broker that is alone, small and quick to start. */
export interface BrokerSettings {
  readonly port: number;
  readonly controllerPort: number;
  readonly logFolder: string;
  /** Users by name, with their passwords; anybody may do anything when absent. */
  readonly users?: Readonly<Record<string, string>>;
}

/** The user who may do everything, where there are users. */
export const ADMIN = 'admin';

export const brokerProperties = (settings: BrokerSettings): string => {
  const { port, controllerPort, logFolder, users } = settings;
  const protocol = users === undefined ? 'PLAINTEXT' : 'SASL_PLAINTEXT';
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `CLIENT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENT',
    'listener.security.protocol.map': `CLIENT:${protocol},CONTROLLER:PLAINTEXT`,
    'log.dirs': logFolder,
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'offsets.topic.num.partitions': '1',
    'transaction.state.log.num.partitions': '1',
    'group.initial.rebalance.delay.ms': '0',
    'auto.create.topics.enable': 'false',
    // A broker that was killed may come back when its registration has run out.
    'broker.session.timeout.ms': '1000',
    'broker.heartbeat.interval.ms': '200',
    ...(users !== undefined && withUsers(users)),
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
};

const withUsers = (users: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'sasl.enabled.mechanisms': 'SCRAM-SHA-256',
  'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-256',
  'listener.name.client.scram-sha-256.sasl.jaas.config':
    `org.apache.kafka.common.security.scram.ScramLoginModule required username="${ADMIN}" ` +
    `password="${users[ADMIN] ?? ''}";`,
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  // The controller's listener knows no users.
  'super.users': `User:${ADMIN};User:ANONYMOUS`,
});

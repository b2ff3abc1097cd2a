/**
 * Ports that mean something to most readers: the service's own name, which is the same in every language.
 * Sources: IANA service names, and the EXPOSE lines of Docker's official images.
 */
export const portTable = {
  20: 'FTP data',
  21: 'FTP',
  22: 'SSH',
  25: 'SMTP',
  53: 'DNS',
  80: 'HTTP',
  110: 'POP3',
  123: 'NTP',
  143: 'IMAP',
  161: 'SNMP',
  389: 'LDAP',
  443: 'HTTPS',
  465: 'SMTPS',
  514: 'Syslog',
  587: 'SMTP submission',
  636: 'LDAPS',
  873: 'rsync',
  993: 'IMAPS',
  995: 'POP3S',
  1433: 'Microsoft SQL Server',
  1521: 'Oracle Database',
  1883: 'MQTT',
  2049: 'NFS',
  2181: 'ZooKeeper',
  2375: 'Docker API',
  2376: 'Docker API (TLS)',
  2379: 'etcd',
  3000: 'Node.js / Rails / Grafana',
  3306: 'MySQL / MariaDB',
  3389: 'RDP',
  4200: 'Angular dev server',
  4222: 'NATS',
  4317: 'OpenTelemetry (gRPC)',
  4318: 'OpenTelemetry (HTTP)',
  5000: 'Flask / registry',
  5173: 'Vite dev server',
  5432: 'PostgreSQL',
  5601: 'Kibana',
  5671: 'AMQPS',
  5672: 'RabbitMQ (AMQP)',
  5900: 'VNC',
  6379: 'Redis / Valkey',
  6443: 'Kubernetes API',
  8000: 'Django / Uvicorn / Gunicorn',
  8080: 'HTTP (alternative)',
  8081: 'HTTP (alternative)',
  8086: 'InfluxDB',
  8125: 'StatsD',
  8443: 'HTTPS (alternative)',
  8888: 'Jupyter',
  9000: 'PHP-FPM / SonarQube / MinIO',
  9042: 'Cassandra',
  9090: 'Prometheus',
  9092: 'Kafka',
  9100: 'Node Exporter',
  9200: 'Elasticsearch / OpenSearch',
  9300: 'Elasticsearch transport',
  9418: 'Git',
  11211: 'Memcached',
  15672: 'RabbitMQ management',
  25565: 'Minecraft',
  27017: 'MongoDB',
  50051: 'gRPC',
} as const;

export type KnownPort = keyof typeof portTable;

export const PORTS: Readonly<Record<KnownPort, string>> = portTable;

/** `port` as one of the known ones, or undefined. */
export function knownPort(port: number): KnownPort | undefined {
  return Object.hasOwn(portTable, port) ? (port as KnownPort) : undefined;
}

/** Protocols that EXPOSE takes; without one it is `tcp`. */
export const PROTOCOLS = ['tcp', 'udp', 'sctp'] as const;

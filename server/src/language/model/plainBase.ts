import { knownBase } from '../knowledge/bases';
import type { Dockerfile } from './dockerfile';
import { rootOf, type Stage } from './stages';

/** True where the image below a stage is a distribution's, or none at all: it starts no server of its own. */
export function isOnPlainBase(file: Dockerfile, stage: Stage): boolean {
  const { repository, scratch, image } = rootOf(file, stage).base;
  const base = repository && knownBase(repository, image?.tag?.text ?? '');
  return scratch || (base !== undefined && base !== '' && base.complete && !serverImages.has(base.repository));
}

/** Images of servers themselves. */
export const serverImages: ReadonlySet<string> = new Set([
  'mysql',
  'mariadb',
  'postgres',
  'mongo',
  'cassandra',
  'rabbitmq',
  'redis',
  'nginx',
  'httpd',
  'haproxy',
  'php',
]);

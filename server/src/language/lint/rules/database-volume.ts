import { knownServer } from '../../knowledge/commands';
import { blocksOf, indicesOf } from '../../model/block';
import type { Dockerfile } from '../../model/dockerfile';
import { fact } from '../../model/fact';
import { isOnPlainBase } from '../../model/plainBase';
import { processesOf } from '../../model/processes';
import { type Stage, stagesOf } from '../../model/stages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

/** Databases, and where a package of a distribution or their maker has them keep their data. */
const folders: Readonly<Record<string, string>> = {
  mysqld: '/var/lib/mysql',
  mysqld_safe: '/var/lib/mysql',
  mariadbd: '/var/lib/mysql',
  postgres: '/var/lib/postgresql',
  mongod: '/data/db',
  cassandra: '/var/lib/cassandra',
  elasticsearch: '/usr/share/elasticsearch/data',
  'rabbitmq-server': '/var/lib/rabbitmq',
};

export const databaseVolume = defineRule({
  id: 'database-volume',
  category: 'learning',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  reads: ['CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME'],
  text: {
    en: {
      summary: 'Database without a VOLUME',
      found: (folder: string) =>
        `What this database stores is deleted with its container. Keep the data outside: \`VOLUME ${folder}\` here, or \`-v data:${folder}\` with \`docker run\`.`,
    },
    ko: {
      summary: 'VOLUME이 없는 데이터베이스',
      found: (folder: string) =>
        `이 데이터베이스에 저장한 데이터는 컨테이너를 지우면 함께 사라져요. 여기에 \`VOLUME ${folder}\`를 쓰거나 \`docker run\`에 \`-v data:${folder}\`를 줘서 컨테이너 밖에 보관해 주세요.`,
    },
  },
  *checkFile(file) {
    for (const { main, stage } of processesOf(file)) {
      const server = main && knownServer(main.command.name ?? '');
      const folder = server && Object.hasOwn(folders, server) ? folders[server] : undefined;
      if (!main || folder === undefined || !isOnPlainBase(file, stage) || withVolume(file).has(stage)) continue;
      yield { at: shift(main.command.nameAt, main.offset), say: (text) => text.found(folder) };
    }
  },
});

/** The stages with a VOLUME, in themselves or below. */
const withVolume = fact((file: Dockerfile): ReadonlySet<Stage> => {
  const found = new Set<Stage>();
  const blocks = blocksOf(file);
  for (const stage of stagesOf(file)) {
    const { parent } = stage.base;
    const own = indicesOf(blocks[stage.index + 1]!.block, ['VOLUME']);
    if (own.length > 0 || (parent && found.has(parent))) found.add(stage);
  }
  return found;
});

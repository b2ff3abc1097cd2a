import { commands, serverNotes, servers } from './en/commands';
import { flags, mounts } from './en/flags';
import { ignore } from './en/ignore';
import { directives, instructions } from './en/instructions';
import { ports, predefinedArgs, signal } from './en/names';
import { operators } from './en/operators';
import * as topics from './en/topics';
import type { Reference } from './types';

/** The hover texts in English. Loaded when the first hover is asked for. */
export const en: Reference = {
  language: 'en',
  labels: topics.labels,
  instructions,
  directives,
  flags,
  mounts,
  operators,
  commands,
  servers,
  serverNotes,
  upgrade: topics.upgrade,
  ports,
  predefinedArgs,
  expose: topics.expose,
  image: topics.image,
  variable: topics.variable,
  workdir: topics.workdir,
  stage: topics.stage,
  user: topics.user,
  shell: topics.shell,
  copy: topics.copy,
  ignore,
  heredoc: topics.heredoc,
  signal,
  volume: topics.volume,
};

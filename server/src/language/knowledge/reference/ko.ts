import { commands, serverNotes, servers } from './ko/commands';
import { flags, mounts } from './ko/flags';
import { ignore } from './ko/ignore';
import { directives, instructions } from './ko/instructions';
import { ports, predefinedArgs, signal } from './ko/names';
import { operators } from './ko/operators';
import * as topics from './ko/topics';
import type { Reference } from './types';

/** The hover texts in Korean (해요체). Loaded when the first hover is asked for. */
export const ko: Reference = {
  language: 'ko',
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

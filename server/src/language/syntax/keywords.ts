/** All instructions that BuildKit knows. */
export const keywords = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;
export type Keyword = (typeof keywords)[number];

/** How BuildKit's line parser cuts an instruction's arguments. */
export type Form = 'blanks' | 'json or blanks' | 'pairs' | 'quoted' | 'whole' | 'json or whole' | 'health' | 'trigger';

/** The form of each instruction's arguments, by keyword. */
export const forms: Readonly<Record<string, Form>> = {
  ADD: 'json or blanks',
  ARG: 'quoted',
  CMD: 'json or whole',
  COPY: 'json or blanks',
  ENTRYPOINT: 'json or whole',
  ENV: 'pairs',
  EXPOSE: 'blanks',
  FROM: 'blanks',
  HEALTHCHECK: 'health',
  LABEL: 'pairs',
  MAINTAINER: 'whole',
  ONBUILD: 'trigger',
  RUN: 'json or whole',
  SHELL: 'json or whole',
  STOPSIGNAL: 'whole',
  USER: 'whole',
  VOLUME: 'json or blanks',
  WORKDIR: 'whole',
} satisfies Record<Keyword, Form>;

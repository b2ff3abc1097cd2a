import { nowhere, type Surroundings } from '../../server/src/language/model/surroundings';

const context = {
  paths: ['src/', 'src/a.ts', 'src/b/', 'src/b/c.ts', 'package.json', 'secret.env', 'Dockerfile'],
  complete: true,
  ignore: '*.env\n',
  ignorePath: '.dockerignore',
};

/** Beside a small build context with an ignore file. */
export const inContext: Surroundings = { ...nowhere, context };

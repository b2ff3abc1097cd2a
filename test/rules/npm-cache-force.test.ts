import { npmCacheForce } from '../../server/src/language/lint/rules/npm-cache-force';
import { testRule } from '../support/testRule';

testRule(npmCacheForce, {
  good: ['FROM node\nRUN npm ci && npm cache clean --force', 'FROM node\nRUN npm cache verify && yarn cache clean'],
  bad: [
    { code: 'FROM node\nRUN npm ci && «npm cache clean»', fixed: 'FROM node\nRUN npm ci && npm cache clean --force' },
    { code: 'FROM node\nONBUILD RUN «npm cache clear»', fixed: 'FROM node\nONBUILD RUN npm cache clear --force' },
  ],
});

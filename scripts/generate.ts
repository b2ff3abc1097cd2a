/** `npm run generate`: writes rules/index.ts, then all that is made from the rules' data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { indexText, ruleIds, rulesFolder } from './ruleIndex';

const root = resolve(__dirname, '..');
writeFileSync(join(root, rulesFolder, 'index.ts'), indexText(ruleIds(root)));

// only now can the rules be loaded
async function main(): Promise<void> {
  const { generated } = await import('./generated');
  const { rules } = await import('../server/src/language/lint/rules');
  for (const [path, content] of generated(root, rules)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  console.log(`${rules.length} rules`);
}

void main();

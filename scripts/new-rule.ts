/** `npm run new-rule -- my-rule-id`: a rule's four files, to be filled in; then run `npm run generate`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { exportName, rulesFolder } from './ruleIndex';

const id = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error('usage: npm run new-rule -- my-rule-id');
  process.exit(2);
}
const root = resolve(__dirname, '..');
const name = exportName(id);

const page = (why: string, bad: string, good: string) =>
  `${why}\n\n\`\`\`dockerfile bad\n${bad}\n\`\`\`\n\n\`\`\`dockerfile good\n${good}\n\`\`\`\n`;

const files: Record<string, string> = {
  [`${rulesFolder}/${id}.ts`]: `import { defineRule } from '../rule';

export const ${name} = defineRule({
  id: '${id}',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  on: ['MAINTAINER'],
  text: {
    en: { summary: 'What is wrong, in one line', found: (word: string) => \`\${word} is wrong: do that instead\` },
    ko: { summary: '무엇이 잘못인지 한 줄로', found: (word: string) => \`\${word} 대신 이렇게 해 주세요\` },
  },
  *checkInstruction({ instruction }) {
    yield { at: instruction.keywordAt, say: (text) => text.found(instruction.keyword) };
  },
});
`,
  [`test/rules/${id}.test.ts`]: `import { ${name} } from '../../${rulesFolder}/${id}';
import { testRule } from '../support/testRule';

testRule(${name}, {
  good: ['FROM alpine:3.20'],
  bad: [{ code: 'FROM alpine:3.20\\n«MAINTAINER» me' }],
});
`,
  [`docs/rules/${id}.md`]: page('Why it matters.', 'FROM alpine:3.20\nMAINTAINER me', 'FROM alpine:3.20'),
  [`docs/ko/rules/${id}.md`]: page('왜 중요한지 적어요.', 'FROM alpine:3.20\nMAINTAINER me', 'FROM alpine:3.20'),
};
for (const path of Object.keys(files)) {
  if (existsSync(join(root, path))) {
    console.error(`${path} exists already`);
    process.exit(1);
  }
}
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  console.log(path);
}

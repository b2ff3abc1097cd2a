import { type IgnoreRule, ignoredBy, ignoreRules } from '../../model/context';
import { copiedBy, isRemote } from '../../model/copied';
import { cleanPath } from '../../model/paths';
import type { BuildContext } from '../../model/surroundings';
import { resolveAt } from '../../model/variables';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const ignoredCopySource = defineRule({
  id: 'ignored-copy-source',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['CopyIgnoredFile'],
  needs: ['COPY', 'ADD'],
  reads: ['COPY', 'ADD', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'COPY of what .dockerignore leaves out',
      found: (source: string, file: string, line: number, pattern: string) =>
        `\`${source}\` never reaches the builder: line ${line} of ${file} leaves it out (\`${pattern}\`). Drop that line, or add \`!${source}\` below it.`,
    },
    ko: {
      summary: '.dockerignore가 제외한 파일의 COPY',
      found: (source: string, file: string, line: number, pattern: string) =>
        `\`${source}\`는 빌더에 전달되지 않아요. ${file}의 ${line}번째 줄(\`${pattern}\`)이 제외해요. 그 줄을 지우거나 아래에 \`!${source}\`를 넣어 주세요.`,
    },
  },
  *checkFile(file, { context }) {
    if (context?.ignore === undefined) return;
    const keeping = ignoreRules(context.ignore).filter(({ keeps }) => keeps);
    for (const { instruction, index, start } of file.instructions) {
      const copied = copiedBy(instruction);
      if (!copied || instruction.flag('from')) continue;
      for (const source of copied.sources) {
        const { text: path, unresolved } = resolveAt(file, index, source.text);
        if (path === '' || unresolved.length > 0 || isRemote(path)) continue;
        const { rule, plain } = whyIgnored(context, keeping, path);
        if (!rule) continue;
        yield {
          at: shift(source.at, start),
          say: (text) => text.found(source.text, context.ignorePath ?? '.dockerignore', rule.line, rule.pattern),
          as: plain ? ['CopyIgnoredFile'] : [],
        };
      }
    }
  },
});

/** The line that leaves a source out, and whether BuildKit would say so. */
function whyIgnored(
  context: BuildContext,
  keeping: readonly IgnoreRule[],
  path: string,
): { rule: IgnoreRule | undefined; plain: boolean } {
  const cleaned = cleanPath(path);
  const rule = ignoredBy(context, cleaned || '.');
  // what is kept may be in a folder or match a pattern that is copied
  if (keeping.length > 0 && (/[*?[\\]/.test(cleaned) || keeping.some((each) => mayKeepIn(cleaned, each)))) {
    return { rule: undefined, plain: false };
  }
  // BuildKit looks at no file with a `!` in it (validateCopySourcePath), and compares no path from the root
  return { rule, plain: keeping.length === 0 && !path.startsWith('/') };
}

/** Whether a line may keep something below a path: what it says before its first wildcard leads there. */
function mayKeepIn(path: string, { pattern }: IgnoreRule): boolean {
  const kept = cleanPath(pattern.slice(1).trim()).split(/[*?[\\]/, 1)[0]!;
  const folder = path === '' ? '' : `${path}/`;
  return kept.startsWith(folder) || folder.startsWith(kept);
}

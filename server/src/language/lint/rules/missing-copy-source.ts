import { copySources } from '../../model/copySources';
import { defineRule } from '../rule';

/**
 * BuildKit: "failed to compute cache key: … not found". The server and the command line look for the files, and tell of none that
 * may be there when the image is built (`lsp/missingSources.ts`).
 */
export const missingCopySource = defineRule({
  id: 'missing-copy-source',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  reads: ['COPY', 'ADD', 'RUN'],
  text: {
    en: {
      summary: 'COPY of what is not in the build context',
      found: (path: string) =>
        `\`${path}\` is not in the build context, so the build stops here with \`not found\`, unless something makes it before.`,
      near: (path: string, near: string) =>
        `\`${path}\` is not in the build context, so the build stops here with \`not found\`. Did you mean \`${near}\`?`,
      unsure: (path: string, near: string) =>
        `\`${path}\` is neither beside this Dockerfile nor in a folder above it. Did you mean \`${near}\`?`,
      replace: (near: string) => `Change to ${near}`,
    },
    ko: {
      summary: '빌드 컨텍스트에 없는 파일의 COPY',
      found: (path: string) =>
        `빌드 컨텍스트에 \`${path}\` 경로가 없어요. 빌드 전에 만들어지는 파일이 아니라면 빌드가 여기서 \`not found\`로 멈춰요.`,
      near: (path: string, near: string) =>
        `빌드 컨텍스트에 \`${path}\` 경로가 없어서 빌드가 여기서 \`not found\`로 멈춰요. \`${near}\` 경로를 쓰려던 것 아닌가요?`,
      unsure: (path: string, near: string) =>
        `이 Dockerfile이 있는 디렉터리에도, 그 상위 디렉터리에도 \`${path}\` 경로가 없어요. \`${near}\` 경로를 쓰려던 것 아닌가요?`,
      replace: (near: string) => `${near} 경로로 바꾸기`,
    },
  },
  *checkFile(file, { missingSources }) {
    if (!missingSources?.size) return;
    for (const { path, at } of copySources(file)) {
      const missing = missingSources.get(path);
      if (!missing) continue;
      const { near, isSure } = missing;
      if (near === undefined) {
        yield { at, say: (text) => text.found(path) };
        continue;
      }
      const text = instead(file.text.slice(at.start, at.end), path, near);
      yield {
        at,
        say: (texts) => (isSure ? texts.near(path, near) : texts.unsure(path, near)),
        ...(text !== undefined && {
          fix: { title: (texts) => texts.replace(near), safety: 'unsafe', edits: [{ at, text }] },
        }),
        ...(!isSure && { atMost: 'hint' }),
      };
    }
  },
});

/**
 * What is written, with another path in it: `./`, quotes and a slash at the end stay. Undefined where the path does not stand there
 * as it is, and where the other one would need quotes.
 */
function instead(written: string, path: string, near: string): string | undefined {
  const start = written.indexOf(path);
  if (start < 0 || /[\s"'`$\\*?[\]]/.test(near)) return undefined;
  const before = written.slice(0, start);
  const behind = written.slice(start + path.length);
  return /^["']?[./]*$/.test(before) && /^\/*["']?$/.test(behind) ? before + near + behind : undefined;
}

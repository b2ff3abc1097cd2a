import { indicesOf } from '../../model/block';
import { resolveIn, type Scope } from '../../model/definitions';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const absoluteWorkdir = defineRule({
  id: 'absolute-workdir',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['WorkdirRelativePath', 'DL3000', 'DS-0009', 'CKV_DOCKER_10'],
  needs: ['WORKDIR'],
  reads: ['WORKDIR', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'Relative WORKDIR before any absolute one',
      found: (path: string) =>
        `\`${path}\` is relative to a folder that only the base image knows, and may change with it. Begin with an absolute path.`,
      fix: (path: string) => `Write ${path}`,
    },
    ko: {
      summary: '절대 경로보다 먼저 나온 상대 경로 WORKDIR',
      found: (path: string) =>
        `\`${path}\`는 상대 경로라서 베이스 이미지의 작업 디렉터리에 따라 위치가 달라져요. 절대 경로로 시작해 주세요.`,
      fix: (path: string) => `${path}로 바꾸기`,
    },
  },
  *checkStage({ block, inForce, scopes }) {
    const index = indicesOf(block, ['WORKDIR'])[0];
    if (index === undefined) return;
    const instruction = block.instructions[index]!;
    const path = instruction.words[0];
    const { workdirSet, windows } = inForce[index]!;
    if (!path || workdirSet || windows) return;
    const plain = path.text.replace(/^["']/, '');
    const variable = plain.startsWith('$');
    if (variable && !isRelative(scopes[index], path.text, instruction.escape)) return;
    if (absolutePath.test(plain)) return;
    const at = shift(path.at, block.offsets[index]!);
    const absolute = plain.replace(/^\.\//, '').replace(/^\.$/, '');
    const start = at.end - plain.length;
    yield {
      at,
      say: (text) => text.found(path.text),
      // hadolint takes whatever begins with a variable for absolute
      as: variable ? ['WorkdirRelativePath'] : ['WorkdirRelativePath', 'DL3000'],
      fix: {
        title: (text) => text.fix(`/${absolute}`.replace(/["']$/, '')),
        safety: 'unsafe',
        edits: [{ at: { start, end: start + (plain.length - absolute.length) }, text: '/' }],
      },
    };
  },
});

const absolutePath = /^(?:\/|[A-Za-z]:)/;

/** True if the path is known to begin with no slash: not where the base image may define one of its variables. */
function isRelative(scope: Scope | undefined, path: string, escape: string): boolean {
  if (!scope) return false;
  const { text, unresolved, assumed } = resolveIn(scope, path, escape);
  return unresolved.length === 0 && !assumed && text !== '' && !absolutePath.test(text);
}

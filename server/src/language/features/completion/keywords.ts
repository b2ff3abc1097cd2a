import { DIRECTIVES, type DirectiveName } from '../../knowledge/directives';
import {
  INSTRUCTION_KEYWORDS,
  INSTRUCTIONS,
  type InstructionKeyword,
  ONBUILD_REFUSES,
} from '../../knowledge/instructions';
import { block } from '../hover/page';
import type { Ask, CompletionItem } from './item';

/** What follows each keyword, with places to fill. */
const shapes: Readonly<Record<InstructionKeyword, string>> = {
  ADD: '${1:https://example.com/file.tar.gz} ${2:/app/}',
  ARG: '${1:NAME}=${2:default}',
  CMD: '["${1:executable}"]',
  COPY: '${1:.} ${2:.}',
  ENTRYPOINT: '["${1:executable}"]',
  ENV: '${1:NAME}=${2:value}',
  EXPOSE: '${1:8080}',
  FROM: '${1:image}:${2:tag}',
  HEALTHCHECK: '--interval=${1:30s} --timeout=${2:3s} CMD ${3:command}',
  LABEL: '${1:key}="${2:value}"',
  MAINTAINER: '${1:name}',
  ONBUILD: '${1:RUN} ${2:command}',
  RUN: '${1:command}',
  SHELL: '["${1:/bin/bash}", "${2:-c}"]',
  STOPSIGNAL: '${1:SIGTERM}',
  USER: '${1:name}',
  VOLUME: '["${1:/data}"]',
  WORKDIR: '${1:/app}',
};

/** In the order of a usual file. */
const usual: readonly InstructionKeyword[] = [
  'RUN',
  'COPY',
  'FROM',
  'WORKDIR',
  'ENV',
  'ARG',
  'EXPOSE',
  'CMD',
  'ENTRYPOINT',
  'USER',
  'LABEL',
  'HEALTHCHECK',
  'VOLUME',
];
const ordered = [...new Set([...usual, ...INSTRUCTION_KEYWORDS])].filter((each) => !INSTRUCTIONS[each].deprecated);

interface KeywordOptions {
  /** Behind ONBUILD. */
  readonly trigger: boolean;
  /** No FROM stands above. */
  readonly first: boolean;
  /** Something follows on the line: nothing is to be filled in. */
  readonly bare: boolean;
}

/** The instructions that may begin at a place, in the file's own case. */
export function keywordItems({ file, reference }: Ask, { trigger, first, bare }: KeywordOptions): CompletionItem[] {
  const lower = file.instructions.some(({ instruction }) => /^[a-z]/.test(instruction.text)) && !hasUpper(file.text);
  const allowed = ordered.filter((each) => (trigger ? !ONBUILD_REFUSES.has(each) : !first || isFirst(each)));
  return allowed.map((keyword) => {
    const { summary, when, example } = reference.instructions[keyword];
    const label = lower ? keyword.toLowerCase() : keyword;
    return {
      kind: 'keyword',
      label,
      text: label,
      ...(!bare && { snippet: `${label} ${shapes[keyword]}` }),
      detail: INSTRUCTIONS[keyword].forms[0]!,
      documentation: `${summary}\n\n${when}\n\n${block(reference.labels.example, example.split('\n'))}`,
    };
  });
}

const isFirst = (keyword: InstructionKeyword): boolean => keyword === 'FROM' || keyword === 'ARG';
const hasUpper = (text: string): boolean => /^[ \t]*[A-Z]{2,}[ \t]/m.test(text);

/** `# syntax=` and its like, for the top of a file. */
export const directiveItems = ({ file, reference }: Ask): CompletionItem[] =>
  (Object.keys(DIRECTIVES) as DirectiveName[])
    .filter((name) => file.directives.list.every((each) => each.name !== name))
    .map((name) => ({
      kind: 'directive',
      label: `# ${name}=`,
      text: `# ${name}=${name === 'syntax' ? DIRECTIVES.syntax.values[0] : ''}`,
      detail: DIRECTIVES[name].example,
      documentation: `${reference.directives[name].summary}\n\n${reference.directives[name].when}`,
    }));

import { isArchiveName } from '../../knowledge/archives';
import { type Block, blocksOf, factOfSome } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsIn, interpreterAt } from '../../model/commands';
import { copiedBy, unquoted } from '../../model/copied';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { fact } from '../../model/fact';
import { forceAt } from '../../model/inForce';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const unpackWithAdd = defineRule({
  id: 'unpack-with-add',
  category: 'size',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3010'],
  needs: ['COPY'],
  reads: ['COPY', 'RUN', 'SHELL'],
  readsOf: (instruction) =>
    instruction.keyword === 'SHELL' || mayUnpack(instruction) || archivesOf(instruction).length > 0
      ? instruction
      : undefined,
  text: {
    en: {
      summary: 'Archive that is copied and then unpacked',
      found: (name: string) =>
        `The layer of this COPY keeps \`${name}\` for good, beside what a later RUN unpacks. ADD unpacks tar archives by itself.`,
      unpacked: 'Unpacked here',
      fix: 'Let ADD unpack it',
    },
    ko: {
      summary: '복사한 다음 따로 푸는 압축 파일',
      found: (name: string) =>
        `RUN에서 압축을 풀어도 이 COPY의 레이어에 \`${name}\`이(가) 그대로 남아요. ADD는 tar 파일을 스스로 풀어요.`,
      unpacked: '여기서 압축을 풀어요',
      fix: 'ADD로 풀기',
    },
  },
  *checkFile(file) {
    for (const { block, first } of blocksOf(file)) {
      if (!mayMatter(block)) continue;
      const last = first + block.instructions.length;
      const unpacked = unpackings(file, first, last);
      if (unpacked.length === 0) continue;
      for (let index = first; index < last; index++) {
        const placed = file.instructions[index]!;
        for (const archive of archivesOf(placed.instruction)) {
          const found = unpacked.find((each) => each.placed.index > index && each.names.has(archive.name));
          if (!found) continue;
          const edits = withAdd(file, placed, found);
          yield {
            at: shift(archive.at, placed.start),
            say: (text) => text.found(archive.name),
            as: ['DL3010'],
            related: [{ at: shift(found.command.at, found.placed.start), say: (text) => text.unpacked }],
            ...(edits && { fix: { title: (text) => text.fix, safety: 'unsafe', edits } }),
          };
        }
      }
    }
  },
});

const baseName = (path: string): string => unquoted(path).replace(/^.*[/\\]/, '');

/** The archives that a COPY brings from the context, by the names that they have then. */
const archivesOf = fact((instruction: Instruction) => {
  const copied = instruction.keyword === 'COPY' && !instruction.flag('from') ? copiedBy(instruction) : undefined;
  if (!copied) return [];
  const words = isArchiveName(unquoted(copied.destination.text)) ? [copied.destination] : copied.sources;
  return words.map(({ text, at }) => ({ name: baseName(text), at })).filter(({ name }) => isArchiveName(name));
});

/** Whether a stage has both an archive and what may unpack one. */
const mayMatter = (block: Block): boolean => archiveCopies(block).length > 0 && unpackingRuns(block).length > 0;

const archiveCopies = factOfSome((instruction) => (archivesOf(instruction).length > 0 ? instruction : undefined));
const unpackingRuns = factOfSome((instruction) =>
  instruction.keyword === 'RUN' && mayUnpack(instruction) ? instruction : undefined,
);

interface Unpacking {
  readonly placed: Placed;
  readonly command: Command;
  readonly names: ReadonlySet<string>;
}

const mayUnpack = fact(({ text }: Instruction) => /tar|unzip|gunzip|bunzip2|unlzma|unxz|uncompress|zcat/.test(text));

const unpackers = new Set(['unzip', 'gunzip', 'bunzip2', 'unlzma', 'unxz', 'uncompress', 'zcat', 'gzcat']);

function unpackings(file: Dockerfile, first: number, last: number): readonly Unpacking[] {
  const found: Unpacking[] = [];
  for (let index = first; index < last; index++) {
    const placed = file.instructions[index]!;
    if (placed.instruction.keyword !== 'RUN' || !mayUnpack(placed.instruction)) continue;
    for (const command of commandsIn(placed.instruction, interpreterAt(forceAt(file, index)!).dialect)) {
      if (!unpackers.has(command.name ?? '') && !(command.name === 'tar' && extracts(command))) continue;
      const names = new Set(command.args.flatMap(({ text }) => (text === undefined ? [] : [baseName(text)])));
      found.push({ placed, command, names });
    }
  }
  return found;
}

const extracts = ({ args }: Command): boolean =>
  args.some(({ prefix }) => prefix === '--extract' || prefix === '--get' || /^-[A-Za-z]*x/.test(prefix));

/** ADD in the place of COPY where the RUN does nothing but unpack that one archive into a folder that it names. */
function withAdd(file: Dockerfile, copy: Placed, { placed: run, command }: Unpacking): Edit[] | undefined {
  const copied = copiedBy(copy.instruction)!;
  const { argumentAt } = run.instruction;
  const alone = command.at.start === argumentAt.start && command.at.end === argumentAt.end;
  const folder = command.value('-C', '--directory')?.text;
  if (copied.count !== 1 || copy.instruction.json || !alone || command.name !== 'tar') return undefined;
  if (!folder?.startsWith('/') || /[\s$]/.test(folder) || run.instruction.flags.length > 0) return undefined;
  const line = file.text.lastIndexOf('\n', run.start - 1) + 1;
  return [
    { at: shift(copy.instruction.keywordAt, copy.start), text: 'ADD' },
    { at: shift(copied.destination.at, copy.start), text: folder.endsWith('/') ? folder : `${folder}/` },
    { at: { start: line, end: run.next }, text: '' },
  ];
}

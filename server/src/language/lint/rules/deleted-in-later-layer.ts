import { indicesOf } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { fact } from '../../model/fact';
import { Folder } from '../../model/folders';
import type { InForce } from '../../model/inForce';
import { type Content, copiedContents, madeBy, mayBeFolder, type Removal, removedBy } from '../../model/layerContents';
import { viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const deletedInLaterLayer = defineRule({
  id: 'deleted-in-later-layer',
  category: 'size',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  needs: ['RUN'],
  reads: ['COPY', 'ADD', 'RUN', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'Removal of what an earlier layer keeps',
      copied: (name: string) =>
        `\`${name}\` stays in the layer that brought it: this only hides it. Give it to the RUN by \`--mount=type=bind\`, or use a build stage.`,
      downloaded: (name: string) =>
        `\`${name}\` stays in the layer that downloaded it: this only hides it. Delete it in that same RUN.`,
      package: (name: string) =>
        `\`${name}\` was installed in a layer above and stays in it: this only hides it. Install and remove in one RUN, or use a build stage.`,
      cache: (name: string) =>
        `What a RUN above left in \`${name}\` stays in its layer: this only hides it. Clean up in that same RUN.`,
      made: 'The layer that keeps it',
    },
    ko: {
      summary: '앞 레이어에 남아 있는 것을 지우는 명령',
      copied: (name: string) =>
        `\`${name}\`은(는) 복사해 넣은 레이어에 그대로 남고, 여기서 지워도 보이지 않게 될 뿐이에요. RUN에 \`--mount=type=bind\`로 넘기거나 빌드 스테이지를 써 주세요.`,
      downloaded: (name: string) =>
        `\`${name}\`은(는) 내려받은 레이어에 그대로 남고, 여기서 지워도 보이지 않게 될 뿐이에요. 내려받은 RUN에서 바로 지워 주세요.`,
      package: (name: string) =>
        `\`${name}\`은(는) 위에서 설치한 레이어에 그대로 남고, 여기서 지워도 보이지 않게 될 뿐이에요. 한 RUN에서 설치하고 지우거나 빌드 스테이지를 써 주세요.`,
      cache: (name: string) =>
        `위의 RUN이 \`${name}\`에 남긴 것은 그 레이어에 그대로 있고, 여기서 지워도 보이지 않게 될 뿐이에요. 같은 RUN에서 정리해 주세요.`,
      made: '그대로 남아 있는 레이어',
    },
  },
  *checkStage({ block, inForce, scopes, kept: isKept }) {
    if (!isKept) return;
    // most stages remove nothing that another RUN made
    const runs = indicesOf(block, ['RUN']);
    const removes = (index: number): boolean => {
      const instruction = block.instructions[index]!;
      return mayRemove.test(instruction.text) && workOf(instruction, inForce[index]!).removals.length > 0;
    };
    if (!runs.some(removes)) return;
    let kept: Kept[] = [];
    for (const index of indicesOf(block, ['COPY', 'ADD', 'RUN'])) {
      const instruction = block.instructions[index]!;
      const force = inForce[index]!;
      const offset = block.offsets[index]!;
      const inLayer = (content: Content): Kept => ({ content, made: shift(content.at, offset) });
      if (instruction.keyword !== 'RUN') kept.push(...copiedContents(instruction, force, scopes[index]).map(inLayer));
      else {
        const { commands, removals, made } = workOf(instruction, force);
        let last: Command | undefined;
        for (const { removal, command } of removals) {
          // one word for each command
          const hit = command === last ? undefined : kept.find(({ content }) => isMeant(content, removal, commands));
          if (!hit) continue;
          last = command;
          const { content } = hit;
          yield {
            at: shift(removal.at, offset),
            say: (text) => text[content.kind](content.name),
            related: [{ at: hit.made, say: (text) => text.made }],
          };
          kept = kept.filter((each) => !removal.hits(each.content));
        }
        kept.push(...made.map(inLayer));
      }
      if (kept.length > 2 * mostKept) kept = kept.slice(-mostKept);
    }
  },
});

/** Whatever removes has one of these: see `removedBy`, and `remove` of package managers. */
const mayRemove = /\b(?:rm|unlink|remove|autoremove|purge|erase|del|clean)\b/;

interface Kept {
  readonly content: Content;
  /** In the block. */
  readonly made: Span;
}

/** So many things are remembered: each is asked about every removal that follows. */
const mostKept = 100;

/** What a RUN removes of others' and leaves of its own. Spans count in the instruction. */
interface Work {
  readonly commands: readonly Command[];
  readonly removals: readonly { readonly removal: Removal; readonly command: Command }[];
  readonly made: readonly Content[];
}

/** By folder: a list of commands belongs to one instruction, and is the same as long as that is. */
const works = fact((_commands: readonly Command[]) => new Map<string | undefined, Work>());

function workOf(instruction: Instruction, force: InForce): Work {
  const commands = commandsAt(viewOf(instruction, force));
  const known = works(commands);
  let work = known.get(force.workdir);
  if (!work) {
    known.clear();
    work = readWork(commands, instruction, force);
    known.set(force.workdir, work);
  }
  return work;
}

function readWork(commands: readonly Command[], instruction: Instruction, { workdir }: InForce): Work {
  const folder = new Folder(workdir);
  const removals: { removal: Removal; command: Command }[] = [];
  let made: Content[] = [];
  for (const command of commands) {
    if (folder.follow(command)) continue;
    for (const removal of removedBy(command, folder)) {
      const own = made.some(removal.hits);
      made = made.filter((content) => !removal.hits(content));
      if (!own && command.within.length === 0) removals.push({ removal, command });
    }
    made.push(...madeBy(command, instruction, folder));
  }
  return { commands, removals, made };
}

const unpackers: ReadonlySet<string | undefined> = new Set(['tar', 'unzip', 'gunzip', 'bunzip2', 'unxz', 'zcat']);

function isMeant(content: Content, removal: Removal, commands: readonly Command[]): boolean {
  if (!removal.hits(content)) return false;
  if (content.kind !== 'copied') return true;
  // of copied archives another rule speaks, who knows a better way
  if (commands.some(({ name, words }) => unpackers.has(name) && words.some(({ raw }) => raw.includes(content.name)))) {
    return false;
  }
  return removal.recursive || !mayBeFolder(content.name);
}

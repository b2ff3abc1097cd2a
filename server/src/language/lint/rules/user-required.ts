import { knownBase } from '../../knowledge/bases';
import { processesOf } from '../../model/processes';
import { rootOf, stagesOf } from '../../model/stages';
import { finalUser } from '../../model/users';
import { defineRule } from '../rule';

export const userRequired = defineRule({
  id: 'user-required',
  category: 'security',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DS-0002', 'CKV_DOCKER_3'],
  reads: ['USER', 'CMD', 'ENTRYPOINT', 'SHELL'],
  text: {
    en: {
      summary: 'Image that runs as root for want of a USER',
      found: (image: string) =>
        `\`${image}\` starts as root, and no USER changes that: who breaks out of the program owns the container. End with a USER that may do no more than it must.`,
    },
    ko: {
      summary: 'USER가 없어 root로 실행되는 이미지',
      found: (image: string) =>
        `\`${image}\`는 root로 시작하는데 USER로 바꾸지 않았어요. 프로그램이 뚫리면 컨테이너를 통째로 내주게 돼요. 마지막에는 권한이 적은 사용자로 USER를 적어 주세요.`,
    },
  },
  *checkFile(file) {
    const last = stagesOf(file).at(-1);
    if (!last || finalUser(file)) return;
    const { repository, image, scratch, text } = rootOf(file, last).base;
    // what an unknown image starts as is not known
    const user = scratch ? 'root' : repository && knownBase(repository, image?.tag?.text ?? '')?.user;
    if (user !== 'root' || /nonroot|rootless|unprivileged/.test(text)) return;
    const process = processesOf(file).findLast(({ stage }) => stage === last);
    // a command that changes the user by itself
    if (process?.main?.command.wrappers.some(({ name }) => name === 'gosu' || name === 'su-exec')) return;
    yield { at: last.base.at, say: (words) => words.found(last.base.text) };
  },
});

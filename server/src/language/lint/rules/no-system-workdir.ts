import { unquoted } from '../../model/copied';
import { defineRule } from '../rule';

export const noSystemWorkdir = defineRule({
  id: 'no-system-workdir',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  on: ['WORKDIR'],
  aliases: ['DS-0030'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'WORKDIR in a file system of the kernel',
      found: (folder: string) =>
        `The runtime mounts ${folder} anew over whatever the image has there: files put below it are gone when the container runs, and programs write into the kernel's own.`,
    },
    ko: {
      summary: '커널의 파일 시스템 안에 있는 WORKDIR',
      found: (folder: string) =>
        `런타임은 이미지에 무엇이 있든 그 위에 ${folder}를 새로 마운트해요. 그 아래에 둔 파일은 컨테이너를 실행하면 보이지 않고, 프로그램은 커널의 파일에 쓰게 돼요.`,
    },
  },
  *checkInstruction({ instruction }) {
    const [word] = instruction.words;
    const folder = word && kernels.exec(unquoted(word.text))?.[0];
    if (word && folder) yield { at: word.at, say: (text) => text.found(folder) };
  },
});

const kernels = /^\/(?:proc|sys|dev)(?=\/|$)/;

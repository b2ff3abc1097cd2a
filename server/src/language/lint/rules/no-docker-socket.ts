import { mountsOf } from '../../model/mounts';
import type { Instruction } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import { defineRule } from '../rule';

const socket = /\/(?:docker|podman\/podman|containerd\/containerd|crio\/crio)\.sock\b/;

export const noDockerSocket = defineRule({
  id: 'no-docker-socket',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  mentions: socket,
  aliases: ['dockerfile-dockerd-socket-mount'],
  on: ['VOLUME', 'RUN'],
  inOnbuild: true,
  text: {
    en: {
      summary: "Docker's socket as a volume or mount",
      found: 'Who can write to the socket of a container engine is root on its host. Leave it out of the image.',
    },
    ko: {
      summary: '볼륨이나 마운트로 지정한 Docker 소켓',
      found: '컨테이너 엔진의 소켓에 쓸 수 있으면 호스트의 root와 같아요. 이미지에서 빼 주세요.',
    },
  },
  *checkInstruction({ instruction }) {
    for (const at of socketsIn(instruction)) yield { at, say: (text) => text.found };
  },
});

function* socketsIn(instruction: Instruction): Iterable<Span> {
  if (instruction.keyword === 'VOLUME') {
    for (const { text, at } of instruction.words) if (socket.test(text)) yield at;
    return;
  }
  for (const { fields, flag } of mountsOf(instruction)) {
    if (fields.some(({ value }) => value !== undefined && socket.test(value))) yield flag.at;
  }
}

import { noDockerSocket } from '../../server/src/language/lint/rules/no-docker-socket';
import { testRule } from '../support/testRule';

testRule(noDockerSocket, {
  good: ['FROM a\nVOLUME /var/lib/docker', 'FROM a\nRUN curl --unix-socket /var/run/docker.sock http://b'],
  bad: [
    { code: 'FROM a\nVOLUME /data «/var/run/docker.sock»' },
    { code: 'FROM a\nVOLUME [«"/run/containerd/containerd.sock"»]' },
    { code: 'FROM a\nRUN «--mount=type=bind,source=/run/docker.sock,target=/run/docker.sock» b' },
  ],
});

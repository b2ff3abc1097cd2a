import { dockerfileName } from '../../server/src/language/lint/rules/dockerfile-name';
import { testRule } from '../support/testRule';

testRule(dockerfileName, {
  good: [
    'FROM a',
    { code: 'FROM a', around: { fileName: 'Dockerfile' } },
    { code: 'FROM a', around: { fileName: 'Dockerfile.dev' } },
    { code: 'FROM a', around: { fileName: 'app.dockerfile' } },
  ],
  bad: [
    { code: '«FROM» a', around: { fileName: 'dockerfile' }, renameTo: 'Dockerfile', message: /docker build/ },
    { code: '# x\n«FROM» a', around: { fileName: 'Dockerfile.txt' }, renameTo: 'Dockerfile' },
    { code: '«FROM» a', around: { fileName: 'ContainerFile' }, renameTo: 'Containerfile' },
  ],
});

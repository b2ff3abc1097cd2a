import { noHostCommand } from '../../server/src/language/lint/rules/no-host-command';
import { testRule } from '../support/testRule';

testRule(noHostCommand, {
  good: [
    'FROM a:1\nRUN apt-get install -y ssh vim',
    'FROM a:1\nRUN --mount=type=ssh ssh -T git@github.com || true',
    'FROM a:1\nRUN echo service && ./kill\nCMD service nginx start',
    'FROM a:1\nSHELL ["pwsh", "-c"]\nRUN kill 1',
  ],
  bad: [
    { code: 'FROM a\nRUN «nvidia-smi» && x', message: /`--gpus` is a flag of `docker run`/, as: [] },
    { code: 'FROM a:1\nRUN apt-get update && «service» mysql start', as: ['DL3001'], message: 'no processes' },
    { code: 'FROM a:1\nRUN «top»\nRUN if true; then «vim» x; fi', message: 'during the build' },
    { code: 'FROM a:1\nONBUILD RUN «kill» 1', as: ['DL3001'] },
    { code: 'FROM a:1\nRUN «systemctl» enable x', as: [] },
    { code: 'FROM a:1\nRUN sudo «mount» /x', as: [] },
  ],
});

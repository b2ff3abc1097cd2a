import { unusedStage } from '../../server/src/language/lint/rules/unused-stage';
import { testRule } from '../support/testRule';

testRule(unusedStage, {
  good: [
    'FROM a',
    'FROM a AS b\nFROM b AS c\nFROM d\nCOPY --from=c x y',
    'FROM a\nFROM b\nCOPY --from=0 x y',
    'FROM a AS b\nFROM c\nRUN --mount=from=b,target=/x make',
    'ARG V=x\nFROM a AS stage-x\nFROM b AS stage-y\nFROM stage-$V',
    'FROM a AS b\nFROM c\nONBUILD COPY --from=b x y',
  ],
  bad: [
    { code: 'FROM a AS «test»\nRUN x\nFROM b', message: /`docker build --target test`/ },
    { code: '«FROM» a\nRUN x\nFROM b', message: /no name for `--target`/ },
    { code: 'FROM a AS «b»\nFROM a AS «c»\nCOPY --from=b x y\nFROM d' },
  ],
});

import { sortedPackages } from '../../server/src/language/lint/rules/sorted-packages';
import { testRule } from '../support/testRule';

testRule(sortedPackages, {
  good: [
    'FROM a\nRUN apt-get install -y \\\n    b \\\n    c=1 \\\n    d',
    'FROM a\nRUN apt-get install -y d c b',
    'FROM a\nRUN apt-get install -y \\\n    d c \\\n    b',
    'FROM a\nRUN apt-get install -y \\\n    d \\\n    $C \\\n    b',
    'FROM a\nRUN pip install \\\n    d \\\n    c \\\n    b',
  ],
  bad: [
    {
      code: 'FROM a\nRUN apt-get update && apt-get install -y \\\n    curl \\\n    git \\\n    «bash» \\\n && x',
      fixed: 'FROM a\nRUN apt-get update && apt-get install -y \\\n    bash \\\n    curl \\\n    git \\\n && x',
      message: /`bash` comes before `curl`/,
    },
    {
      code: 'FROM a\nRUN apk add --no-cache \\\n  c=1.0 \\\n  B \\\n  «a-b»',
      fixed: 'FROM a\nRUN apk add --no-cache \\\n  a-b \\\n  B \\\n  c=1.0',
    },
    { code: 'FROM a\nRUN yum install -y \\\n  c \\\n# for x\n  b \\\n  «a»' },
  ],
});

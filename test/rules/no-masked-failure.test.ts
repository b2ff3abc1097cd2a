import { noMaskedFailure } from '../../server/src/language/lint/rules/no-masked-failure';
import { testRule } from '../support/testRule';

testRule(noMaskedFailure, {
  good: [
    'FROM a\nRUN a && b',
    'FROM a\nRUN a;',
    'FROM a\nRUN set -eux; \\\n  a; \\\n  b',
    'FROM a\nRUN set -o errexit; a; b',
    'FROM a\nSHELL ["/bin/bash", "-euo", "pipefail", "-c"]\nRUN a; b',
    'FROM a\nRUN ["sh", "-ec", "a; b"]',
    'FROM a\nRUN if a; then b; c; fi',
    'FROM a\nRUN for x in 1 2; do a $x; b; done',
    'FROM a\nRUN case x in y) a;; esac; b',
    'FROM a\nRUN f() { a; b; }; f',
    // nothing that fails
    'FROM a\nRUN VERSION=1; export X=2; echo hello; rm -rf /tmp/x; a',
    'FROM a\nRUN V=$(curl x | cut -d. -f1); a',
    'FROM a\nRUN [ -f x ] && y; z',
    'FROM a\nRUN ! a; b',
    // foreseen
    'FROM a\nRUN a || true; b',
    'FROM a\nRUN a; b; exit 0',
    'FROM a\nRUN a; true',
    'FROM a\nRUN a; test $? = 3',
    'FROM a\nRUN a & b',
    'FROM a\nRUN <<E\nset -e\na\nb\nE',
    'FROM a\nRUN <<E\n#!/bin/sh -e\na\nb\nE',
    'FROM a\nRUN <<E\n#!/usr/bin/env python3\na\nb\nE',
    'FROM a\nRUN <<E\na\nE',
    'FROM a\nSHELL ["pwsh", "-c"]\nRUN a; b',
    'FROM a\nCMD a; b',
  ],
  bad: [
    {
      code: 'FROM a\nRUN apt-get update«;» apt-get install -y x',
      fixed: 'FROM a\nRUN apt-get update && apt-get install -y x',
      as: [],
      message:
        '`;` goes on when `apt-get` has failed, and the RUN succeeds if only its last command does. Use `&&`, or begin with `set -e`.',
    },
    { code: 'FROM a\nRUN a«;»b ; c', fixed: 'FROM a\nRUN a && b && c' },
    { code: 'FROM a\nRUN X=1; a«;» echo y; b', fixed: 'FROM a\nRUN X=1; a && echo y && b' },
    { code: 'FROM a\nRUN a && b«;» \\\n    # why\n    c', fixed: 'FROM a\nRUN a && b && \\\n    # why\n    c' },
    { code: 'FROM a\nRUN a«;» b || c', fixed: 'FROM a\nRUN set -e; a; b || c' },
    { code: 'FROM a\nRUN a«;» [ -f x ] && y; z', fixed: 'FROM a\nRUN set -e; a; [ -f x ] && y; z' },
    { code: 'FROM a\nRUN a«;» b & c', fixed: 'FROM a\nRUN set -e; a; b & c' },
    { code: 'FROM a\nRUN a | b«;» c', fixed: 'FROM a\nRUN a | b && c' },
    { code: 'FROM a\nRUN V=$(curl x)«;» c', fixed: 'FROM a\nRUN V=$(curl x) && c', message: /`V=\$\(…\)` has failed/ },
    {
      code: 'FROM a\nRUN "$X" a«;» b',
      fixed: 'FROM a\nRUN "$X" a && b',
      message: /^`;` goes on when `"\$X"` has failed/,
    },
    { code: 'FROM a\nRUN ["sh", "-c", "a«;» b"]', fixed: 'FROM a\nRUN ["sh", "-c", "a && b"]' },
    { code: 'FROM a\nRUN cd /x«;» if a; then b; fi', fixed: 'FROM a\nRUN cd /x && if a; then b; fi' },
    {
      code: 'FROM a\nRUN «<<E»\na\nb\nE',
      fixed: 'FROM a\nRUN <<E\nset -e\na\nb\nE',
      message: /^This script goes on when `a`/,
    },
    {
      code: 'FROM a\nRUN «<<-E»\n\t#!/bin/bash\n\ta; b\nE',
      fixed: 'FROM a\nRUN <<-E\n\t#!/bin/bash\n\tset -e\n\ta; b\nE',
    },
    { code: 'FROM a\nONBUILD RUN a«;» b', fixed: 'FROM a\nONBUILD RUN a && b' },
  ],
});

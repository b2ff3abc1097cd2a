import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('inline-arg', {
  does: [
    [
      'ARG V=3.20\nFROM alpine:${‸V}\nFROM b:$V-x\n',
      'FROM alpine:3.20\nFROM b:3.20-x\n',
      'Inline ARG V (builds can no longer set it)',
    ],
    ['FROM a\nARG ‸V="1.2"\nRUN echo ${V} "$V-x"\nCOPY a /$V/\n', 'FROM a\nRUN echo 1.2 "1.2-x"\nCOPY a /1.2/\n'],
  ],
  refuses: [
    'ARG ‸V\nFROM a:$V\n',
    'ARG ‸V=1\nFROM a\n',
    'ARG ‸V=1 W=2\nFROM a:$V\n',
    'ARG W=1\nARG ‸V=$W\nFROM a:$V\n',
    'ARG ‸V=1\nFROM a:${V:-2}\n',
    // it comes into the stage by its name
    'ARG ‸V=1\nFROM a:$V\nARG V\nRUN echo $V\n',
    'FROM a\nARG ‸V=1\nARG V=2\nRUN echo $V\n',
    'FROM a\nARG ‸V=1\nCMD echo $V\n',
    "FROM a\nARG ‸V=1\nRUN echo $V; sh -c 'echo $V'\n",
    'FROM a\nARG ‸V=1\nRUN V=2; echo $V\n',
    'FROM a\nENV ‸V=1\nRUN echo $V\n',
    'FROM a\nARG ‸V="a b"\nRUN echo $V\n',
    'ARG ‸TARGETPLATFORM=linux/amd64\nFROM --platform=$TARGETPLATFORM a\n',
  ],
});

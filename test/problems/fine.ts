const sha = 'a'.repeat(64);

/** What builds, however odd it looks: there is nothing to say. The images are `a` and `b`. */
export const fine: readonly string[] = [
  'FROM a\nRUN\nCMD\nENTRYPOINT []\n',
  'FROM a\nHEALTHCHECK --unknown NONE\nSTOPSIGNAL --x 9\nARG --y B\n',
  'FROM a\nSTOPSIGNAL -9\nSTOPSIGNAL sigrtmin+3\n',
  'FROM --platform=$BUILDPLATFORM a AS b\nFROM --platform=linux/arm/v7 a\nFROM --platform=windows(10.0.17763)/amd64 a',
  'FROM a AS Build\nFROM b\nCOPY --from=BUILD c d\nRUN --mount=from=build,target=/e f\n',
  'FROM a\nCOPY --from=b c d\nCOPY --from=1 c d\n',
  'FROM a\nCOPY --from=scratch b c\nRUN --mount=type=tmpfs,from=b,target=/c d\n',
  'FROM \ufeffa\nCOPY \ufeffb /\n',
  'FROM a\nEXPOSE 80/TCP 8000-8010 +80 0--0 :80 127.0.0.1:80:81 [::1]:80:80 0\n',
  'FROM a\nHEALTHCHECK --interval=0 --timeout=1.5h2m --start-period=.5s --retries=0 CMD b\n',
  'FROM a\nHEALTHCHECK --interval= --retries= CMD b\n',
  'FROM a\nCOPY --chmod=u+rwX,go= b c\nCOPY --chmod=$M b c\nCOPY --chown=$U b c\n',
  'FROM a\nLABEL maintainer Somebody Else <a@b.c>\nMAINTAINER "x\n',
  'FROM a\nRUN echo "unclosed ${x:y}\nCMD "x\nHEALTHCHECK CMD ${x:y}\n',
  'FROM a\nCOPY <<"E" b\n${x:y}\nE\nCOPY <<E b\nit\'s "fine\nE\n',
  'FROM a\nRUN --mount=type=secret,id=a,env=B,mode=0400,required --mount=type=ssh --mount=target=/b,ro c\n',
  'FROM a\nRUN --mount=type=cache,target=/b,sharing=LOCKED,uid=0,gid=0 --mount=type=tmpfs,size=1.5g,dst=/c d\n',
  '# syntax=docker/dockerfile:1-labs\nFROM a\nRUN --device=vendor.com/gpu=all,required=true b\n',
  '# check=skip=A,B;error=true\n# escape=`\nFROM a\nCOPY a c:\\\n',
  `FROM a@sha256:${sha}\nADD --checksum=sha256:${sha} https://b/c d\n`,
  'FROM a\nSHELL ["x"]\nONBUILD COPY a b\nADD --exclude=*.a --exclude=*.b --unpack=FALSE a b\n',
  'FROM a\nENV A=b\\ c D= "e"=f\n',
  '\ufefffrom scratch\r\nadd a b\r\n',
];

/** What builds once build arguments or the base image give the variables fitting values. */
export const fineWithValues: readonly string[] = [
  'FROM a\nARG S\nSTOPSIGNAL $S\nVOLUME $S\nEXPOSE $S\nWORKDIR ${S:?}\n',
  'ARG I\nFROM $I\nFROM a:$I\nFROM --platform=$I a\n',
  'FROM a\nVOLUME $FROM_THE_BASE\nWORKDIR ${FROM_THE_BASE:?}\n',
  'FROM a\nRUN --mount=type=$T,target=/b c\n',
];

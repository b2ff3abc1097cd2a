// Files built as they are and as the formatter lays them out, on a real engine: the images hold and say the same.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormatOptions } from '../../server/src/language/features/formatting/options';
import { type Engine, startEngine } from '../support/docker/engine';
import { formatted, plainFormat } from '../support/formats';

let engine: Engine;
let top: string;
beforeAll(async () => {
  engine = await startEngine();
  engine.importSmallBase('local/base:1');
  top = mkdtempSync(join(tmpdir(), 'slipway-format-'));
});
afterAll(async () => {
  await engine?.stop();
  if (top) rmSync(top, { recursive: true, force: true });
});

const files: Readonly<Record<string, string>> = {
  words: `from   local/base:1   as  first
env   A="x   y"   B=c\\ \\ d   D='e  f'
env  OLD   g   h  \\
      i
label  "k  1"="v   w"   k2=z
run  mkdir  /out  &&echo  "$A|$B|$D|$OLD"   >  /out/env;printf  '%s\\n'  "a   b"   c\\ \\ d  >> /out/env
from local/base:1
copy  --from=first   /out   /out
workdir   /a  b
expose  80   81/udp
onbuild   run   echo   later
healthcheck   --interval=5s  cmd  true
cmd  [ "sh" ,"-c",   "cat  /out/*" ]
`,
  lines: `FROM local/base:1
RUN mkdir /out && \\
  # a comment
echo "one \\
   two"  > /out/1&&\\

   if  [  -f  /out/1  ];  then \\
          echo  yes   >  /out/2;   \\
     # another
        else  echo  no > /out/2; \\
  fi   \\
   ||  exit  1
RUN for  i  in  1   2; \\
 do  echo  "$i   $(echo   x   y)"  >> /out/3;\\
done  |  cat
`,
  heredocs: `FROM local/base:1
run   <<END
mkdir   /out
echo  "a   b"   > /out/1
END
run  cat   <<X   >  /out/2   &&  echo  done   >>  /out/2
  kept   as  it   is  
X
copy  <<"Y"   <<-W   /out/d/
  not  $expanded  
Y
	chomped
	W
`,
  scripts: `FROM local/base:1
RUN <<END
mkdir   /out
if  [ -d /out ]
then
echo  "a   b
   c"   d   > /out/1   # e   f
for i in  1   2;do
printf '%s\\n'   "$i" \\
    g\\ \\  h &&   echo "$i   $(echo   x   y)"
done  |  cat   >> /out/1
fi



cat  <<A   >/out/2
  kept   as  it   is  


  if  true
A
case  $(wc -l < /out/2)  in
4)   say()
{
echo   four   "$@"
}
;;
*)   exit   1;;
esac
say   "1  2"   >>   /out/2
END
RUN   <<-END
	if true; then
	 echo   "i  j"   > /out/3
	cat <<X   >> /out/3
		k   l
	X
	fi
	END
RUN <<"END"
#!/bin/sh   -e
  a=1   b="2   3"
  { echo   "$a"
  echo   "$b" ; }   >  /out/4
END
`,
};

const settings: Readonly<Record<string, FormatOptions>> = {
  plain: plainFormat,
  tabs: {
    ...plainFormat,
    insertSpaces: false,
    heredocs: 'shell',
    operators: 'leading',
    packages: 'sorted',
    keywordCase: 'lower',
  },
  scripts: { ...plainFormat, heredocs: 'shell' },
  trailing: { ...plainFormat, tabSize: 2, operators: 'trailing', packages: 'one-per-line' },
};

/** What the image says, and the names and contents of all files in /out. */
async function built(name: string, text: string): Promise<readonly string[]> {
  const context = join(top, name);
  mkdirSync(context, { recursive: true });
  writeFileSync(join(context, 'Dockerfile'), text);
  const build = await engine.docker('build', '--no-cache', '-t', `${name}:1`, context);
  expect(build.code, build.stderr).toBe(0);
  const config = await engine.docker('image', 'inspect', '--format', '{{json .Config}}', `${name}:1`);
  const list = 'find /out -type f | sort | while read f; do echo "== $f"; cat "$f"; done';
  const content = await engine.docker('run', '--rm', '--entrypoint', 'sh', `${name}:1`, '-c', list);
  expect(content.stdout, content.stderr).toContain('== /out/');
  // what ONBUILD keeps is text, with the blanks that its own build will ignore
  return [config.stdout.replace(/run +echo +later/i, 'RUN echo later'), content.stdout];
}

describe.each(Object.keys(files))('the image of %s', (name) => {
  it.each(Object.keys(settings))('is the same when formatted (%s)', async (setting) => {
    const text = files[name]!;
    const after = formatted(text, settings[setting]!);
    expect(after).not.toBe(text);
    expect(await built(`${name}-${setting}`, after)).toEqual(await built(`${name}-before`, text));
  });
});

/** Source: POSIX.1-2024, Shell Command Language 2.7 and 2.9; bash manual, 3.2.3 to 3.2.5 and 3.6. */
import type { OperatorTexts } from '../types';

export const operators: OperatorTexts = {
  '&&': {
    summary: '`a && b`: `b` runs only if `a` succeeded, that is, ended with exit code 0.',
    success: 'The right side runs.',
    failure: 'The right side is skipped; the exit code is the left side’s.',
    inRun: 'A failing step ends the chain and the build stops there. This is how steps in RUN should be joined.',
    example: 'RUN apt-get update && apt-get install -y curl',
  },
  '||': {
    summary: '`a || b`: `b` runs only if `a` failed, that is, ended with another exit code than 0.',
    success: 'The right side is skipped.',
    failure: 'The right side runs; its exit code counts.',
    inRun: '`|| true` lets the build go on whatever happened: say why, for it also hides real failures.',
    example: 'RUN grep -q app /etc/passwd || useradd app',
  },
  ';': {
    summary: '`a ; b`: `b` runs whether or not `a` succeeded.',
    success: 'The right side runs.',
    failure: 'The right side runs all the same, and the left side’s failure is forgotten.',
    inRun:
      'Only the last command’s exit code counts, so the build goes on over a failed step. Use `&&`, or begin with `set -e;`.',
    example: 'RUN set -e; make; make install',
  },
  '|': {
    summary: '`a | b`: both run at once; what `a` prints is what `b` reads.',
    success: 'The exit code is the right side’s.',
    failure: 'The right side runs on, and the left side’s failure is forgotten.',
    inRun:
      'A failed download in `curl … | tar x` can pass unseen. Set `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` before.',
    example: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/a.tgz | tar xz',
  },
  '|&': {
    summary: '`a |& b`: like `|`, but error messages go into the pipe too (`2>&1 |`).',
    success: 'The exit code is the right side’s.',
    failure: 'The right side runs on, and the left side’s failure is forgotten.',
    inRun: 'Needs bash; `/bin/sh` of Debian and Alpine stops with a syntax error. Write `2>&1 |`.',
    example: 'RUN make 2>&1 | tee build.log',
  },
  '&': {
    summary: '`a & b`: `a` runs in the background; `b` starts at once, without waiting.',
    success: 'Nobody waits for it.',
    failure: 'Nobody learns of it: the exit code counts as 0.',
    inRun:
      'The background process is killed when the RUN ends; it does not run in the container. A server belongs into CMD, in the foreground, without `&`.',
    example: 'RUN (mysqld & sleep 5; mysql < schema.sql)',
  },
  '!': {
    summary: '`! a`: turns the exit code round: 0 becomes 1, anything else becomes 0.',
    success: 'Counts as failed.',
    failure: 'Counts as succeeded.',
    inRun: '`set -e` does not stop at a command with `!` before it.',
    example: 'RUN ! grep -q TODO app.conf',
  },
  '()': {
    summary: '`( a; b )`: runs the commands in a shell of their own.',
    inRun: '`cd` and variables set inside do not reach what follows. The exit code is that of the last command inside.',
    example: 'RUN (cd /src && make) && rm -rf /src',
  },
  '{}': {
    summary: '`{ a; b; }`: groups commands in the same shell. The blanks and the last `;` are needed.',
    inRun:
      'Useful to send the output of several commands to one file, or to end with a message: `a || { echo failed; exit 1; }`.',
    example: 'RUN { echo "[mysqld]"; echo "bind-address=0.0.0.0"; } > /etc/my.cnf',
  },
  '$()': {
    summary: '`$(a)`: is replaced by what `a` prints.',
    inRun:
      'It is worked out by the shell in the container, during the build. The failure of `a` is lost in most places, such as `echo $(a)`.',
    example: 'RUN echo "built on $(uname -m)" > /etc/build-info',
  },
  '>': {
    summary: '`a > file`: writes the output to the file, whose old content is lost. Error messages still appear.',
    inRun:
      'The file becomes part of the layer. In CMD, leave the log on standard output: `docker logs` and orchestrators read it there.',
    example: 'RUN echo "Asia/Seoul" > /etc/timezone',
  },
  '>>': {
    summary: '`a >> file`: appends the output to the file.',
    inRun: 'The file becomes part of the layer. To write whole files, a heredoc with COPY is easier to read.',
    example: 'RUN echo "export PATH=/opt/bin:$PATH" >> /etc/profile',
  },
  '>|': {
    summary: '`a >| file`: like `>`, even where `set -C` forbids overwriting.',
    inRun: 'The file becomes part of the layer.',
    example: 'RUN date >| /etc/built-at',
  },
  '<': {
    summary: '`a < file`: `a` reads the file instead of the keyboard.',
    inRun: 'A build has no keyboard: a command that asks gets an empty answer unless it reads from a file.',
    example: 'RUN patch -p1 < fix.patch',
  },
  '<<': {
    summary: '`<<NAME`: the lines up to a line with only `NAME` are the input (heredoc).',
    inRun:
      'Straight after RUN the lines are a script, and only its last command’s exit code counts: begin with `set -e`. `<<"NAME"` in quotes leaves `$` alone.',
    example: 'RUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nEOF',
  },
  '<<-': {
    summary: '`<<-NAME`: a heredoc whose lines may be indented by tabs, which are taken off. Blanks are not.',
    inRun: 'As with `<<`: begin a script with `set -e`.',
    example: 'RUN <<-EOF\n\tset -e\n\tmake install\nEOF',
  },
  '<<<': {
    summary: '`a <<< text`: the text is the input.',
    inRun: 'Needs bash. Anywhere: `printf "%s\\n" text | a`.',
    example: 'RUN ["/bin/bash", "-c", "chpasswd <<< app:secret"]',
  },
  '2>': {
    summary: '`a 2> file`: writes error messages to the file.',
    inRun: '`2>/dev/null` throws them away, and with them the reason why a build fails.',
    example: 'RUN find / -name "*.pyc" -delete 2>/dev/null',
  },
  '2>>': {
    summary: '`a 2>> file`: appends error messages to the file.',
    inRun: 'In a build nobody sees that file: leave the messages on the screen.',
    example: 'RUN make 2>> /var/log/build.log',
  },
  '2>&1': {
    summary: '`2>&1`: error messages go where the output goes now.',
    inRun: 'Order counts: `> file 2>&1` sends both to the file, `2>&1 > file` the output only.',
    example: 'RUN ./configure > /tmp/configure.log 2>&1',
  },
  '>&2': {
    summary: '`a >&2`: the output goes where error messages go.',
    inRun: 'Fitting for messages before `exit 1`.',
    example: 'RUN test -f app.jar || { echo "app.jar is missing" >&2; exit 1; }',
  },
  '&>': {
    summary: '`a &> file`: writes output and error messages to the file.',
    inRun:
      'Needs bash. In `/bin/sh` of Debian it means “in the background, and empty the file”: the build goes on without waiting. Write `> file 2>&1`.',
    example: 'RUN make > /tmp/make.log 2>&1',
  },
  '&>>': {
    summary: '`a &>> file`: appends output and error messages to the file.',
    inRun: 'Needs bash. In `/bin/sh` of Debian the command goes to the background. Write `>> file 2>&1`.',
    example: 'RUN make >> /tmp/make.log 2>&1',
  },
};

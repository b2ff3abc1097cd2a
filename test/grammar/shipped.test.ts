import { describe, expect, it } from 'vitest';
import { cachedVsCodeExtensions, loadGrammar, scopesAt } from './tokenize';

const extensions = cachedVsCodeExtensions();
if (extensions === undefined) console.warn('SKIPPED: scopes with VS Code’s own grammars: no cached VS Code');

describe.skipIf(extensions === undefined)('with the grammars that VS Code ships', () => {
  const shipped = extensions === undefined ? undefined : loadGrammar({ kind: 'shipped', extensions });
  const command = 'entity.name.command.shell';
  it.each([
    ['RUN «apt-get» update', command],
    ['RUN --network=none «apt-get» update && x', command],
    ['RUN \\\n  «curl» x', command],
    ['CMD «python» manage.py', command],
    ['HEALTHCHECK CMD «curl» -f x || exit 1', command],
    ['RUN a && \\\n  # c\n  «curl» x', command],
    ['RUN find -exec rm {} \\; && «curl» x', command],
    ['RUN apt-get update «&&» b', 'punctuation.separator.statement.and.shell'],
    ['RUN «if» true; then b; fi', 'keyword.control.if.shell'],
    ['RUN «cat» <<EOF > /etc/x\ny\nEOF', command],
    ['RUN cat <<EOF > /etc/x && «curl» x\ny\nEOF', command],
    ['RUN <<EOF\n«curl» x\nEOF', command],
    ['COPY <<EOF /x.json\n{"«a»": 1}\nEOF', 'support.type.property-name.json'],
    ['RUN python3 <<EOF\n«import» os\nEOF', 'keyword.control.import.python'],
  ])('%s', async (text, scope) => {
    expect(scopesAt((await shipped)!, `FROM a\n${text}`)).toContain(scope);
  });
});

import { describe, expect, it } from 'vitest';
import { loadGrammar, scopesAt as scopesIn } from './tokenize';

const grammar = await loadGrammar({ kind: 'stubs' });
const scopesAt = (marked: string) => scopesIn(grammar, marked);
const keyword = 'keyword.other.special-method.dockerfile';

describe('heredocs', () => {
  const block = (id: string) => `meta.embedded.block.${id}`;
  it.each([
    ['RUN <<EOF', 'shellscript'],
    ['RUN --mount=type=cache,target=/x <<EOF', 'shellscript'],
    ['RUN bash -e <<EOF', 'shellscript'],
    ['RUN <<EOF /bin/bash', 'shellscript'],
    ['RUN python3 <<EOF', 'python'],
    ['RUN --network=none python3 - <<EOF', 'python'],
    ['RUN cat <<EOF > /etc/a.yaml', 'yaml'],
    ['RUN cat >/x.json <<EOF && echo', 'json'],
    ['ONBUILD RUN node <<EOF', 'javascript'],
    ['COPY <<EOF /a/b.json', 'json'],
    ['COPY <<robots.html /srv/', 'html'],
    ['ADD --chmod=755 <<EOF /usr/local/bin/start', 'shellscript'],
    ['COPY <<EOF "/a/b.py"', 'python'],
    ['COPY <<EOF /etc/nginx/nginx.conf', 'ini'],
  ])('%s holds %s', (header, id) => {
    const name = header.includes('robots') ? 'robots.html' : 'EOF';
    expect(scopesAt(`FROM a\n${header}\n«"»open\n${name}`)).toContain(block(id));
    expect(scopesAt(`FROM a\n${header}\n"open\n«${name}»\nUSER x`)).toContain('entity.name.type.heredoc.dockerfile');
    expect(scopesAt(`FROM a\n${header}\n"open\nRUN no\n${name}\n«USER» x`)).toContain(keyword);
  });
  it('of RUN whose reader is unknown, and of COPY to a file of unknown kind, are text', () => {
    expect(scopesAt('FROM a\nRUN foo <<EOF\n«"x»\nEOF')).toContain('string.unquoted.heredoc.dockerfile');
    expect(scopesAt('FROM a\nCOPY <<EOF /a/b\n«"x»\nEOF')).toContain('string.unquoted.heredoc.dockerfile');
  });
  it('a shebang names the language', () => {
    expect(scopesAt('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\n«"»x\nEOF')).toContain(block('python'));
    expect(scopesAt('FROM a\nCOPY <<EOF /a/b\n#!/bin/sh -e\n«echo» x\nEOF')).toContain('entity.name.command.shell');
  });
  it('quoted, dashed, with a file descriptor', () => {
    for (const operator of ['<<"EOF"', "<<'EOF'", '3<<EOF', '<<-EOF']) {
      expect(scopesAt(`FROM a\nRUN cat ${operator}\nRUN no\n«EOF»\nUSER x`)).toContain(
        'entity.name.type.heredoc.dockerfile',
      );
    }
    expect(scopesAt('FROM a\nRUN cat <<-EOF\n\t\tRUN no\n«\t\tEOF»\nUSER x')).toContain(
      'entity.name.type.heredoc.dockerfile',
    );
    expect(scopesAt('FROM a\nRUN cat <<EOF\n«\tEOF»\nEOF\nUSER x')).not.toContain(
      'entity.name.type.heredoc.dockerfile',
    );
  });
  it('several on a line follow one another', () => {
    const bodies = 'a"\nB\nA\nb"\nRUN no\nB\n';
    expect(scopesAt(`FROM a\nCOPY <<A <<B /d/\n${bodies}«USER» x`)).toContain(keyword);
    expect(scopesAt(`FROM a\nRUN x <<A 3<<B\n${bodies}«USER» x`)).toContain(keyword);
    expect(scopesAt('FROM a\nRUN x <<A <<B <<C\nA\nB\nC\n«USER» x')).toContain(keyword);
    expect(scopesAt('FROM a\nRUN x <<A <<B <<C\nA\nB\n«RUN y»\nC\nUSER x')).toContain(
      'string.unquoted.heredoc.dockerfile',
    );
  });
  it('on a continued line', () => {
    expect(scopesAt('FROM a\nRUN a \\\n && cat <<EOF > b.json\n«"»\nRUN no\nEOF\nUSER x')).toContain(block('json'));
    expect(scopesAt('FROM a\nRUN a \\\n && cat <<EOF > b.json\n"\nRUN no\nEOF\n«USER» x')).toContain(keyword);
    expect(scopesAt('FROM a\nCOPY --link \\\n <<EOF /b.sh\n"\nRUN no\nEOF\n«USER» x')).toContain(keyword);
  });
  it('quotes, here-strings and comments hold none', () => {
    for (const command of ['echo "a <<EOF b"', "echo 'a <<EOF'", 'cat <<<EOF', 'a<<EOF']) {
      expect(scopesAt(`FROM a\nRUN ${command}\n«USER» x`)).toContain(keyword);
    }
    expect(scopesAt('FROM a\nRUN a \\\n# cat <<EOF \\\n b\n«USER» x')).toContain(keyword);
    expect(scopesAt('FROM a\nCMD cat <<EOF\n«USER» x')).toContain(keyword);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureHelp } from '../../server/src/language/features/signatureHelp';
import { formOf } from '../../server/src/language/features/signatures/form';
import { INSTRUCTIONS } from '../../server/src/language/knowledge/instructions';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { ownFiles, someFile } from '../support/dockerfiles';
import { stress } from '../support/shared';
import { testFeature } from '../support/testFeature';

const ask = (file: Dockerfile, offset: number) => signatureHelp(file, offset, en);

/** The active signature with the active parameter in `«»`; undefined where there is none. */
function shown(help: ReturnType<typeof ask>): string | undefined {
  const signature = help?.signatures[help.active];
  if (!help || !signature) return undefined;
  const { label, parameters } = signature;
  const at = help.parameter === undefined ? undefined : parameters[help.parameter]!.at;
  return at ? `${label.slice(0, at.start)}«${label.slice(at.start, at.end)}»${label.slice(at.end)}` : label;
}

const shows = (marked: string, expected: string | undefined) =>
  testFeature(marked.replaceAll('\n', '↵'), ask, marked, (help) => expect(shown(help)).toBe(expected));

describe('instructions', () => {
  shows('FROM ‸', 'FROM [--platform=<platform>] «<image>» [AS <name>]');
  shows('FROM alpine:‸', 'FROM [--platform=<platform>] «<image>[:<tag>]» [AS <name>]');
  shows('FROM host:5000/a‸', 'FROM [--platform=<platform>] «<image>» [AS <name>]');
  shows('FROM alpine@sha256:‸', 'FROM [--platform=<platform>] «<image>[@<digest>]» [AS <name>]');
  shows('FROM alpine:3 AS ‸', 'FROM [--platform=<platform>] <image>[:<tag>] «[AS <name>]»');
  shows('FROM a\nCOPY ‸', 'COPY [OPTIONS] «<src> ...» <dest>');
  shows('FROM a\nCOPY a ‸', 'COPY [OPTIONS] <src> ... «<dest>»');
  shows('FROM a\nCOPY a \\\n  ‸b', 'COPY [OPTIONS] <src> ... «<dest>»');
  shows('FROM a\nCOPY -‸', 'COPY «[OPTIONS]» <src> ... <dest>');
  shows('FROM a\nCOPY --li‸ a b', 'COPY «[OPTIONS]» <src> ... <dest>');
  shows('FROM a\nCOPY --link ‸', 'COPY [OPTIONS] «<src> ...» <dest>');
  shows('FROM a\nCOPY ["a,b", "‸', 'COPY [OPTIONS] ["<src>", ... «"<dest>"»]');
  shows('FROM a\nCMD ‸', 'CMD [«"<executable>"», "<param1>", "<param2>"]');
  shows('FROM a\nCMD ["a", "b", "c", "‸"]', 'CMD ["<executable>", "<param1>", «"<param2>"»]');
  shows('FROM a\nENTRYPOINT a‸', 'ENTRYPOINT «<command>» <param1> <param2>');
  shows('FROM a\nENV A=1 B‸', 'ENV <key>=<value> «[<key>=<value>...]»');
  shows('FROM a\nUSER 1‸', 'USER «<UID>[:<GID>]»');
  shows('FROM a\nHEALTHCHECK ‸', 'HEALTHCHECK [OPTIONS] CMD <command>');
  shows('FROM a\nHEALTHCHECK CMD ‸', 'HEALTHCHECK [OPTIONS] CMD «<command>»');
  shows('FROM a\nHEALTHCHECK none‸', 'HEALTHCHECK NONE');
  shows('FROM a\nONBUILD ‸', 'ONBUILD «<INSTRUCTION>»');
  shows('FROM a\nONBUILD WORKDIR ‸', 'WORKDIR «<path>»');
  shows('FROM a\nRUN ‸', 'RUN [OPTIONS] «<command> ...»');
  shows('FROM a\nRUN <<‸', 'RUN [OPTIONS] «<<EOF»');
});

describe('flags', () => {
  shows('FROM --platform=‸ a', '--platform=«<os>/<architecture>[/<variant>]»');
  shows('FROM a\nCOPY --chown=a:‸ b c', '--chown=«<user>[:<group>]»');
  shows('FROM a\nRUN --network=‸ x', '--network=«<default|none|host>»');
  shows('FROM a\nRUN --mount=type=tmpfs,si‸', '--mount=type=tmpfs,target=<path>[,size=<size>]');
  shows('FROM a\nRUN --mount=type=tmpfs,size=‸,target=/x y', '--mount=type=tmpfs,target=<path>[,«size=<size>»]');
  shows(
    'FROM a\nRUN --mount=type=secret,dst=‸',
    '--mount=type=secret[,«target=<path>»][,id=<name>][,required[=<true|false>]][,mode=<octal>][,uid=<number>][,gid=<number>][,env=<name>]',
  );
});

describe('nothing', () => {
  shows('‸', undefined);
  shows('FROM‸ a', undefined);
  shows('# syntax=‸', undefined);
  shows('FROM a\n# COPY ‸', undefined);
  shows('FROM a\nRUN <<E\necho ‸\nE\n', undefined);
  shows('FROM a\nRUN apt-get ‸', undefined);
  shows('FROM a\nHEALTHCHECK CMD curl ‸', undefined);
  shows('FROM a\nNONSENSE ‸', undefined);
  shows('FROM a\nCOPY a b\n‸', undefined);
});

it('takes every form apart, and its parts make the form again', () => {
  for (const [keyword, { forms }] of Object.entries(INSTRUCTIONS)) {
    for (const form of forms) {
      const { parts } = formOf(form);
      expect(parts.length, form).toBeGreaterThan(0);
      const rest = parts.reduceRight((text, { at }) => text.slice(0, at.start) + text.slice(at.end), form);
      expect(rest.replace(/[[\], ]/g, ''), form).toBe(keyword);
    }
  }
});

it('says what the parts are in the reader’s language', () => {
  const file = Dockerfile.parse('FROM a\nRUN --mount=type=cache,target=/x y');
  const offset = file.text.indexOf('target') + 3;
  for (const reference of [en, ko]) {
    const help = signatureHelp(file, offset, reference);
    expect(help?.signatures[0]?.documentation).toBe(reference.flags.RUN.mount.text);
    expect(help?.signatures[0]?.parameters[help.parameter!]?.documentation).toBe(reference.mounts.keys.target);
  }
});

it('answers at every offset of every file, and every parameter lies in its label', () => {
  const check = (text: string) => {
    const file = Dockerfile.parse(text);
    const step = Math.max(1, Math.floor(text.length / 400));
    for (let offset = 0; offset <= text.length; offset += step) {
      const help = ask(file, offset);
      if (!help) continue;
      const { label, parameters } = help.signatures[help.active]!;
      if (help.parameter !== undefined) expect(parameters[help.parameter]).toBeDefined();
      for (const { at } of parameters) expect(at.end).toBeLessThanOrEqual(label.length);
    }
  };
  for (const text of [...ownFiles, ...stress.map((each) => each.text)]) check(text);
  fc.assert(fc.property(someFile, check), { numRuns: 200 });
});

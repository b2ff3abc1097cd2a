import type { IgnoredPaths } from '../knowledge/reference/ignore';
import type { Reference } from '../knowledge/reference/types';
import { type IgnoreRule, leavesOutAll, rulesOf } from '../model/context';
import { type IgnoreEffect, ignoreEffect } from '../model/ignoreEffect';
import { ignoreLineAt, withoutIgnoreLine } from '../model/ignoreLine';
import { cleanPath } from '../model/paths';
import type { BuildContext } from '../model/surroundings';
import { sizeText } from '../text/size';
import type { Hover } from './hover';
import { clip, link, type Page, render, sentences } from './hover/page';

const manual = 'https://docs.docker.com/build/concepts/context/#dockerignore-files';

/**
 * What a line of a `.dockerignore` means, and what it does to the build context; undefined for a line without anything.
 * @param context with the file's text as `ignore`; undefined where the folder is not known
 * @param dockerfile the name of the Dockerfile that the file is for; undefined for the common one
 */
export function ignoreHover(
  text: string,
  offset: number,
  reference: Reference,
  context: BuildContext | undefined,
  dockerfile?: string,
): Hover | undefined {
  const { line, start, raw } = ignoreLineAt(text, offset);
  const written = raw.trim();
  const at = start + raw.indexOf(written);
  const markdown = render(about(raw, line, reference, context, dockerfile));
  return markdown === undefined ? undefined : { span: { start: at, end: at + written.length }, markdown };
}

/**
 * Which folders a listing must enter that is to tell what a line does: not those that other lines leave out as a whole, unless
 * the line itself leads into them. What it alone leaves out is to be counted.
 */
export function ignoreEnters(text: string, offset: number): (folder: string) => boolean {
  const written = ignoreLineAt(text, offset).raw.trim();
  const keeps = written[0] === '!';
  const named = cleanPath(written.slice(keeps ? 1 : 0).trim()).split(/[*?[\\]/, 1)[0]!;
  // what `!` brings back lies in such folders
  const ignore = keeps ? text : withoutIgnoreLine(text, offset);
  const others: BuildContext = { paths: [], complete: false, ignore, ignorePath: undefined };
  return (folder) => !leavesOutAll(others, folder) || named.startsWith(`${folder}/`);
}

function about(
  raw: string,
  line: number,
  reference: Reference,
  context: BuildContext | undefined,
  dockerfile: string | undefined,
): Page {
  const { ignore: texts, labels } = reference;
  const written = raw.trim();
  if (written === '') return [];
  if (raw.startsWith('#')) return [texts.comment];
  const pattern = (written[0] === '!' ? written.slice(1) : written).trim();
  const rule = context && rulesOf(context).find((each) => each.line === line);
  // the folder itself is never left out
  const nothing = pattern !== '' && cleanPath(pattern) === '';
  const effect = rule && context.paths.length > 0 ? effectOf(texts, context, rule) : [];
  return [
    sentences(...(context && !rule ? [nothing ? texts.matchesNone : texts.invalid] : effect)),
    rule || nothing ? sentences(...meaning(texts, written, pattern)) : undefined,
    dockerfile === undefined ? texts.place : texts.placeOf(clip(dockerfile)),
    link(labels.reference, manual),
  ];
}

/** What a line does to the context. */
function effectOf(texts: Reference['ignore'], context: BuildContext, rule: IgnoreRule): Page {
  const effect = ignoreEffect(context, rule);
  const { paths, idle, before, overridden } = effect;
  const later = overridden
    .slice(0, most)
    .map((each) =>
      (rule.keeps ? texts.leftOutAgain : texts.broughtBack)(
        each.paths,
        clip(each.rule.pattern),
        String(each.rule.line),
      ),
    );
  if (paths.length === 0) {
    if (later.length > 0) return later;
    return [context.complete ? texts.matchesNone : texts.matchesNoneSoFar];
  }
  if (idle && rule.keeps)
    return [before ? texts.already(clip(before.pattern), String(before.line)) : texts.nothingToBringBack, ...later];
  const what = ignoredPaths(effect, context.complete);
  const said = rule.keeps ? texts.bringsBack(what) : texts.leavesOut(what);
  return [said, idle && before ? texts.already(clip(before.pattern), String(before.line)) : undefined, ...later];
}

/** So many paths are named, and so many other lines. */
const most = 3;

const ignoredPaths = ({ files, size, paths }: IgnoreEffect, complete: boolean): IgnoredPaths => ({
  files,
  size: size === undefined || files === 0 ? undefined : sizeText(size),
  paths: paths.slice(0, most).map(clip),
  more: Math.max(0, paths.length - most),
  atLeast: !complete,
});

/** What the signs of a pattern mean. */
function meaning(texts: Reference['ignore'], written: string, pattern: string): Page {
  const cleaned = cleanPath(pattern);
  const anywhere = cleaned.startsWith('*') ? undefined : `**/${cleaned}`;
  return [
    written.startsWith('#') ? texts.noComment : undefined,
    written[0] === '!' ? texts.negation : undefined,
    pattern.includes('**') ? texts.deep : undefined,
    /(?:^|[^*])\*(?!\*)|\?/.test(pattern) ? texts.wildcard : undefined,
    anywhere === undefined || cleaned.includes('/') ? undefined : texts.rooted(clip(anywhere)),
    /^\/|\/$/.test(pattern) ? texts.slashes : undefined,
  ];
}

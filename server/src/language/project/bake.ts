import type { ProjectArg, ProjectBuild } from './builds';
import { listOf, namesOf } from './names';
import { entriesOf, substituted, type Text, type Tree, textOf, textsOf, valueOf } from './tree';

type Shape = Omit<ProjectBuild, 'kind' | 'name' | 'at'>;

/**
 * The targets of a Bake file (https://docs.docker.com/build/bake/reference/), each with what it inherits. Variables have
 * their defaults; functions, matrices and what other files override are not evaluated: a text that depends on them is unknown.
 */
export function bakeBuilds(root: Tree | undefined): readonly ProjectBuild[] {
  const targets = valueOf(root, 'target');
  const read = reader(root);
  const known = new Map<string, Shape>();
  const open = new Set<string>();
  const shapeOf = (name: string, target: Tree): Shape => {
    const made = known.get(name);
    if (made) return made;
    open.add(name);
    const own = shape(target, read);
    // of several parents the last one counts
    const shapes = textsOf(valueOf(target, 'inherits')).flatMap(({ text }) => {
      const parent = text === undefined || open.has(text) ? undefined : valueOf(targets, text);
      return parent ? [shapeOf(text!, parent)] : [];
    });
    open.delete(name);
    const whole = shapes.reverse().reduce(withParent, own);
    known.set(name, whole);
    return whole;
  };
  return entriesOf(targets).flatMap(({ key, at, value }) =>
    value.kind === 'mapping' ? { kind: 'bake' as const, name: key, at, ...shapeOf(key, value) } : [],
  );
}

function shape(target: Tree, read: (text: Text) => Text): Shape {
  const text = (name: string) => {
    const written = textOf(target, name);
    return written && read(written);
  };
  return {
    context: text('context'),
    dockerfile: text('dockerfile'),
    inline: text('dockerfile-inline'),
    target: text('target'),
    args: namesOf(valueOf(target, 'args'), read),
    platforms: listOf(valueOf(target, 'platforms')).map(read),
    contexts: namesOf(valueOf(target, 'contexts'), read),
  };
}

const withParent = (own: Shape, parent: Shape): Shape => ({
  context: own.context ?? parent.context,
  dockerfile: own.dockerfile ?? parent.dockerfile,
  inline: own.inline ?? parent.inline,
  target: own.target ?? parent.target,
  args: withNames(own.args, parent.args),
  platforms: own.platforms.length > 0 ? own.platforms : parent.platforms,
  contexts: withNames(own.contexts, parent.contexts),
});

function withNames(own: readonly ProjectArg[], parent: readonly ProjectArg[]): readonly ProjectArg[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...parent.filter(({ name }) => !names.has(name))];
}

const template = /\$\$\{|%%\{|\$\{\s*([\p{L}_][\p{L}\p{N}_-]*)\s*\}|\$\{|%\{/gu;

/** What a template reads as: `$${` is `${`, and of variables their defaults and the file's own attributes are known. */
function reader(root: Tree | undefined): (text: Text) => Text {
  const values = new Map<string, string>();
  for (const { key, value } of entriesOf(root)) if (value.kind === 'text') put(key, value);
  for (const { key, value } of entriesOf(valueOf(root, 'variable'))) put(key, textOf(value, 'default'));
  function put(name: string, value: Text | undefined) {
    // one that is made of others is not followed
    if (value?.text !== undefined && !/[$%]\{/.test(value.text)) values.set(name, value.text);
  }
  return (text) =>
    substituted(text, template, ([all, name]) =>
      all === '$${' || all === '%%{' ? all.slice(1) : name === undefined ? undefined : values.get(name),
    );
}

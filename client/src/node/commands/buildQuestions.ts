/** What is asked before a build. Each answer is undefined if the user declines. */
import { l10n } from 'vscode';
import type { DescribedStage, DescribeResult } from '../../../../server/src/lsp/protocol';
import { type Assignment, isSecretName } from '../docker/invocation';
import { checkImageName } from '../docker/names';
import { buildArgs } from '../docker/run';
import { ask, pick, pickMany, type Question } from '../ui';

/** What `--target` gets: nothing for the last stage. */
export interface StageChoice {
  readonly target?: string;
  readonly name?: string;
}

/**
 * The stage to build: the one asked for, the only one, the last one at once, or picked.
 * @param usual the stage that the build in force names: it stands first
 */
export async function askStage(
  description: DescribeResult | undefined,
  wanted: number | undefined,
  title: string,
  oneStage: boolean,
  usual: string | undefined,
): Promise<StageChoice | undefined> {
  const stages = description?.stages ?? [];
  const last = stages.at(-1);
  const choice = (stage: DescribedStage): StageChoice => ({
    target: stage.name ?? String(stage.index),
    name: stage.name ?? `stage-${stage.index}`,
  });
  const given = stages.find((stage) => stage.index === wanted);
  if (given !== undefined) {
    return choice(given);
  }
  if (stages.length < 2 || last === undefined) {
    return {};
  }
  const items = stages.map((stage) => ({
    label: stage.name ?? l10n.t('Stage {0}', stage.index),
    description: `FROM ${stage.base}`,
    detail: stage === last ? l10n.t('The last stage: what the image is made of') : undefined,
    stage,
  }));
  // what is mostly wanted stands first
  const ordered = oneStage ? items : items.reverse();
  const first = ordered.findIndex(({ stage }) => stage.name?.toLowerCase() === usual?.toLowerCase());
  if (usual !== undefined && first > 0) {
    ordered.unshift(...ordered.splice(first, 1));
  }
  const picked = await pick(
    ordered.map(({ detail, ...item }) => ({ ...item, ...(detail ? { detail } : {}) })),
    { title: l10n.t('{0}: Stage', title), placeHolder: l10n.t('Up to which stage?') },
  );
  if (picked === undefined) {
    return undefined;
  }
  return picked.stage === last && !oneStage ? {} : choice(picked.stage);
}

/** A name for an image that the engine will take. */
export function askImageName(
  question: Omit<Question, 'validate'> & Pick<Partial<Question>, 'validate'>,
): Promise<string | undefined> {
  return ask({ ...question, validate: (value) => imageNameProblem(value) ?? question.validate?.(value) });
}

function imageNameProblem(name: string): string | undefined {
  switch (checkImageName(name)) {
    case 'empty':
      return l10n.t('Enter a name, such as my-app:latest.');
    case 'uppercase':
      return l10n.t('Image names are in lower case.');
    case 'tooLong':
      return l10n.t('The name is too long.');
    case 'malformed':
      return l10n.t('Use lower-case letters, digits, and single “.”, “_” or “-” between them; then “:” and a tag.');
    case undefined:
      return undefined;
  }
}

/**
 * Values for ARGs: those that have none are asked for, those that have one may be changed.
 * @param proposed values to begin with
 */
export async function askBuildArgs(
  description: DescribeResult | undefined,
  proposed: Readonly<Record<string, string>>,
  title: string,
): Promise<Assignment[] | undefined> {
  const known = buildArgs(description?.args ?? []);
  const answers: Assignment[] = [];
  const askFor = async (name: string, value: string | undefined, prompt: string): Promise<boolean> => {
    const answer = await ask({
      title: l10n.t('{0}: {1}', title, name),
      prompt,
      password: isSecretName(name),
      ...(value === undefined ? {} : { value }),
    });
    if (answer !== undefined && answer !== '') {
      answers.push({ name, value: answer });
    }
    return answer !== undefined;
  };
  for (const { name } of known.filter((arg) => arg.required)) {
    const prompt = l10n.t('Value of the build argument {0}; leave it empty to set none', name);
    if (!(await askFor(name, proposed[name], prompt))) {
      return undefined;
    }
  }
  const optional = known.filter((arg) => !arg.required);
  if (optional.length === 0) {
    return answers;
  }
  const changed = await pickMany(
    optional.map(({ name, default: value = '' }) => ({
      label: name,
      description: proposed[name] ?? value,
      picked: proposed[name] !== undefined,
      value: proposed[name] ?? value,
    })),
    {
      title: l10n.t('{0}: Build Arguments', title),
      placeHolder: l10n.t('Pick the arguments to change, or press Enter to keep their defaults'),
    },
  );
  for (const { label, value } of changed ?? []) {
    if (!(await askFor(label, value, l10n.t('Value of the build argument {0}', label)))) {
      return undefined;
    }
  }
  return changed && answers;
}

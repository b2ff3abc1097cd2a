/** Build Image…, Build Stage… */
import { basename, dirname } from 'node:path';
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BuildsResult, DescribedBuild } from '../../../../server/src/lsp/protocol';
import { type CommandTarget, findDocument } from '../../common/documents';
import { setting } from '../../common/settings';
import { resolveContext } from '../docker/context';
import type { Outcome } from '../docker/docker';
import { type Assignment, buildInvocation } from '../docker/invocation';
import { proposeImageName, withTag } from '../docker/names';
import { BuildOutputReader, findInstruction } from '../docker/progress';
import { undeclaredArgs } from '../docker/run';
import { Engine } from '../engine';
import { withoutSecrets } from '../memory';
import { rangeOf } from '../problems';
import { OutputTerminal } from '../terminal';
import { type Action, commandAction, complain, inform } from '../ui';
import { askBuildArgs, askImageName, askStage } from './buildQuestions';
import type { Workbench } from './workbench';

/** What a code lens or a test may hand over, beside what menus do. */
export type BuildTarget = CommandTarget | { readonly uri: Uri | string; readonly stage?: number };

/** Builds the last stage, or one that the user picks where there are several. Gives the tag that was built. */
export async function buildImage(bench: Workbench, target?: BuildTarget): Promise<string | undefined> {
  return build(bench, target, l10n.t('Build Image'), false);
}

/** Builds one stage. Gives the tag that was built. */
export async function buildStage(bench: Workbench, target?: BuildTarget): Promise<string | undefined> {
  return build(bench, target, l10n.t('Build Stage'), true);
}

/** The document on disk, saved; undefined, with a word to the user, for one that is not on disk. */
export async function savedDocument(target: CommandTarget, title: string): Promise<TextDocument | undefined> {
  const document = await findDocument(target, title);
  if (document === undefined) {
    return undefined;
  }
  if (document.uri.scheme !== 'file') {
    complain(l10n.t('The engine needs the Dockerfile in a folder on disk. Save it there, then try again.'));
    return undefined;
  }
  if (document.isDirty && !(await document.save())) {
    complain(l10n.t('{0} could not be saved. Save it, then try again.', basename(document.fileName)));
    return undefined;
  }
  return document;
}

/** The context folder of a Dockerfile, by the server's word where that is a folder on disk. */
export function contextOf(document: TextDocument, builds: BuildsResult | undefined): string {
  const { source, context } = builds?.current ?? {};
  const named = context === undefined || source === 'setting' ? undefined : Uri.parse(context);
  if (named?.scheme === 'file') {
    return named.fsPath;
  }
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
  return resolveContext(setting('build.context', document.uri, ''), document.fileName, folder);
}

/** The build whose target, arguments and platform a command begins with: what was built last only where it was chosen. */
export function defaultsOf(builds: BuildsResult | undefined): Partial<DescribedBuild> {
  return builds && (builds.chosen || builds.current.source !== 'last') ? builds.current : {};
}

async function build(
  bench: Workbench,
  target: BuildTarget,
  title: string,
  oneStage: boolean,
): Promise<string | undefined> {
  const engine = Engine.find(bench.server);
  const document = engine && (await savedDocument(target, title));
  if (engine === undefined || document === undefined) {
    return undefined;
  }
  const description = await bench.server.describe(document);
  const builds = await bench.server.builds(document);
  const defaults = defaultsOf(builds);
  const wanted = target && 'stage' in target ? target.stage : undefined;
  const stage = await askStage(description, wanted, title, oneStage, defaults.target);
  if (stage === undefined) {
    return undefined;
  }
  const uri = document.uri.toString();
  const remembered = bench.memory.buildAnswers(uri, stage.target, defaults);
  const proposed = proposeImageName(basename(dirname(document.fileName)), basename(document.fileName));
  const answer = await askImageName({
    title: l10n.t('{0}: Image Name', title),
    prompt: l10n.t('Name of the image, with a tag after the colon'),
    value: remembered?.tag ?? (stage.name ? proposed.replace(/:.*$/, `:${stage.name.toLowerCase()}`) : proposed),
  });
  if (answer === undefined) {
    return undefined;
  }
  const tag = withTag(answer);
  const asked = await askBuildArgs(description, { ...defaults.args, ...remembered?.args }, title);
  if (asked === undefined) {
    return undefined;
  }
  // also of a build that fails: it will be tried again
  await bench.memory.rememberBuild(uri, stage.target, defaults, { tag, args: valuesOf(asked) });
  const job: Job = {
    tag,
    context: contextOf(document, builds),
    target: stage.target,
    args: [...undeclaredArgs(description?.args ?? [], defaults.args), ...asked],
    platform: defaults.platform,
  };
  await bench.server.rememberBuild(document.uri, { last: lastBuild(job) });
  if (!(await run(bench, engine, document, job))) {
    return undefined;
  }
  return tag;
}

interface Job {
  readonly tag: string;
  readonly context: string;
  readonly target: string | undefined;
  readonly args: readonly Assignment[];
  readonly platform: string | undefined;
}

const valuesOf = (args: readonly Assignment[]) => Object.fromEntries(args.map(({ name, value }) => [name, value]));

/** What is remembered of a build that is started. */
function lastBuild({ context, target, args, platform }: Job): DescribedBuild {
  const values = withoutSecrets(valuesOf(args));
  return {
    source: 'last',
    context: Uri.file(context).toString(),
    ...(target !== undefined && { target }),
    ...(Object.keys(values).length > 0 && { args: values }),
    ...(platform !== undefined && { platform }),
  };
}

async function run(bench: Workbench, engine: Engine, document: TextDocument, job: Job): Promise<boolean> {
  bench.problems.clearBuild(document);
  const terminal = OutputTerminal.show(l10n.t('Slipway: Build'));
  const reader = new BuildOutputReader();
  const invocation = buildInvocation({
    file: document.fileName,
    context: job.context,
    tag: job.tag,
    args: job.args,
    ...(job.target ? { target: job.target } : {}),
    ...(job.platform ? { platform: job.platform } : {}),
  });
  const begun = Date.now();
  const outcome = await engine.run(invocation, {
    title: l10n.t('Building {0}', job.tag),
    terminal,
    onOutput: (text) => (reader.push(text) && reader.step ? stepText(reader.step) : undefined),
  });
  if (outcome.code !== 0) {
    await failed(bench, engine, document, reader, outcome, terminal);
    return false;
  }
  await bench.memory.rememberImage(job.tag, {
    uri: document.uri.toString(),
    ...(job.target ? { target: job.target } : {}),
  });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  inform(
    l10n.t('Built {0} in {1} s.', job.tag, seconds),
    commandAction(l10n.t('Run Container'), 'slipway.runContainer', { image: job.tag }),
    commandAction(l10n.t('Push Image'), 'slipway.pushImage', { image: job.tag }),
  );
  return true;
}

async function failed(
  bench: Workbench,
  engine: Engine,
  document: TextDocument,
  reader: BuildOutputReader,
  outcome: Outcome,
  terminal: OutputTerminal,
): Promise<void> {
  if (outcome.cancelled) {
    return;
  }
  const failure = reader.failure();
  const lines =
    failure.lines ?? (failure.instruction ? findInstruction(document.getText(), failure.instruction) : undefined);
  if (outcome.startError !== undefined || lines === undefined) {
    engine.report(outcome);
    return;
  }
  bench.problems.buildFailed(document, [failure.message, ...failure.output].join('\n'), lines);
  const show: Action = [
    l10n.t('Show Problem'),
    () => window.showTextDocument(document, { selection: rangeOf(document, lines) }),
  ];
  complain(l10n.t('The build failed at line {0}: {1}', lines.first, failure.message), show, [
    l10n.t('Show Terminal'),
    () => terminal.reveal(),
  ]);
}

function stepText(step: { readonly position: string; readonly text: string }): string {
  const text = `${step.position}  ${step.text}`;
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

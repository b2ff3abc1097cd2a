/** Check with BuildKit: `docker build --check`, into the Problems panel. */
import { basename } from 'node:path';
import { l10n } from 'vscode';
import type { CommandTarget } from '../../common/documents';
import { parseCheck } from '../docker/check';
import { checkInvocation } from '../docker/invocation';
import { Engine } from '../engine';
import { reportNoCheck } from '../failureMessages';
import { commandAction, inform } from '../ui';
import { contextOf, defaultsOf, savedDocument } from './build';
import type { Workbench } from './workbench';

/** Checks a Dockerfile as the build in force would build it, with the answers of its last build. Gives the number of problems. */
export async function checkWithBuildKit(bench: Workbench, target?: CommandTarget): Promise<number | undefined> {
  const title = l10n.t('Check with BuildKit');
  const engine = Engine.find(bench.server);
  const document = engine && (await savedDocument(target, title));
  if (engine === undefined || document === undefined) {
    return undefined;
  }
  if (engine.kind === 'podman') {
    reportNoCheck();
    return undefined;
  }
  bench.problems.clearCheck(document);
  const builds = await bench.server.builds(document);
  const defaults = defaultsOf(builds);
  const { target: stage, platform } = defaults;
  const remembered = bench.memory.buildAnswers(document.uri.toString(), stage, defaults)?.args;
  const args = Object.entries({ ...defaults.args, ...remembered }).map(([name, value]) => ({ name, value }));
  const options = {
    file: document.fileName,
    context: contextOf(document, builds),
    args,
    ...(stage ? { target: stage } : {}),
    ...(platform ? { platform } : {}),
  };
  const outcome = await engine.run(checkInvocation(options), {
    title: l10n.t('Checking {0} with BuildKit', basename(document.fileName)),
  });
  if (outcome.cancelled) {
    return undefined;
  }
  const findings = outcome.startError === undefined ? parseCheck(outcome.stdout) : undefined;
  if (findings === undefined) {
    engine.report(outcome);
    return undefined;
  }
  bench.problems.checked(document, findings);
  if (findings.length === 0) {
    inform(l10n.t('BuildKit found no problems in {0}.', basename(document.fileName)));
  } else {
    const show = commandAction(l10n.t('Show Problems'), 'workbench.actions.view.problems');
    inform(l10n.t('BuildKit found problems in {0}: {1}.', basename(document.fileName), findings.length), show);
  }
  return findings.length;
}

/** What the user is told when the container CLI fails: what is wrong, and the next step. */
import { l10n } from 'vscode';
import type { Outcome } from './docker/docker';
import { classify, essence, type FailureKind } from './docker/failures';
import { type Invocation, loginInvocation } from './docker/invocation';
import { type Action, commandAction, complain, pageAction } from './ui';

const INSTALL_PAGE = 'https://docs.docker.com/get-started/get-docker/';
const BUILDX_PAGE = 'https://docs.docker.com/go/buildx/';

/** The part of the engine that a message needs. */
export interface FailingEngine {
  readonly cli: string;
  readonly name: string;
  readonly kind: 'docker' | 'podman' | 'nerdctl';
  openTerminal(name: string, invocation: Invocation): void;
}

/** No CLI: neither the configured one nor a known one. */
export function reportNoCli(configured: string): void {
  const settings = commandAction(l10n.t('Open Settings'), 'workbench.action.openSettings', 'slipway.docker.path');
  if (configured === '') {
    complain(
      l10n.t('No container engine was found. Install Docker or Podman, or set its program in slipway.docker.path.'),
      pageAction(l10n.t('How to Install'), INSTALL_PAGE),
      settings,
    );
  } else {
    complain(
      l10n.t('“{0}” is not there or cannot be started. Correct slipway.docker.path in the settings.', configured),
      settings,
    );
  }
}

/** This CLI or its builder cannot check. */
export function reportNoCheck(): void {
  complain(
    l10n.t('Check with BuildKit needs Docker with buildx 0.15 or newer. Install or update buildx, then try again.'),
    pageAction(l10n.t('How to Install'), BUILDX_PAGE),
  );
}

/** Any failed call. */
export function reportFailure(engine: FailingEngine, outcome: Outcome, registry: string | undefined): void {
  const kind = classify(outcome);
  if (kind === 'noCli' || kind === 'cliNotExecutable') {
    reportNoCli(engine.cli);
  } else if (kind === 'noBuildx' || kind === 'noCheck') {
    reportNoCheck();
  } else {
    const [message, action] = describeFailure(kind, engine, outcome, registry);
    const output = commandAction(l10n.t('Show Output'), 'slipway.showOutput');
    complain(message, ...(action ? [action] : []), output);
  }
}

function describeFailure(
  kind: Exclude<FailureKind, 'noCli' | 'cliNotExecutable' | 'noBuildx' | 'noCheck'>,
  engine: FailingEngine,
  outcome: Outcome,
  registry: string | undefined,
): readonly [message: string, action?: Action] {
  const details = essence(outcome.stderr || outcome.stdout);
  const host = registry ?? 'Docker Hub';
  switch (kind) {
    case 'engineDown':
      return [
        engine.kind === 'podman'
          ? l10n.t('Podman does not answer. Start it with “podman machine start”, then try again.')
          : l10n.t(
              'The container engine does not answer. Start Docker Desktop, or on Linux run “sudo systemctl start docker”, then try again.',
            ),
      ];
    case 'noPermission':
      return [
        l10n.t(
          'You have no right to use the Docker engine. Run “sudo usermod -aG docker $USER”, sign in again, then try again.',
        ),
      ];
    case 'notLoggedIn': {
      const login: Action = [
        l10n.t('Log In'),
        () => engine.openTerminal(`${engine.name} login`, loginInvocation(registry)),
      ];
      const command = [engine.name, 'login', ...(registry ? [registry] : [])].join(' ');
      return [l10n.t('{0} refused: log in with “{1}”, then try again. ({2})', host, command, details), login];
    }
    case 'registryUnreachable':
      return [l10n.t('{0} cannot be reached. Check the name and your network. ({1})', host, details)];
    case 'noSuchImage':
      return [l10n.t('The image was not found. Check its name, or build it first. ({0})', details)];
    case 'nameTaken':
      return [l10n.t('A container of that name exists already. Run again to get another name. ({0})', details)];
    case 'portTaken':
      return [l10n.t('The port is in use on this computer. Run again and choose another one. ({0})', details)];
    case 'commandMissing':
      return [
        l10n.t(
          'The image does not have the program that CMD or ENTRYPOINT names. Correct it and build again. ({0})',
          details,
        ),
      ];
    case 'noSpace':
      return [
        l10n.t('The engine’s disk is full. Free some space with “{0} system prune”, then try again.', engine.name),
      ];
    case 'other':
      return [l10n.t('{0} failed: {1}', engine.name, details)];
  }
}

/** Messages with something to do next, and prompts: all standard, none modal. */
import {
  commands,
  env,
  type InputBoxValidationMessage,
  l10n,
  type QuickPickItem,
  type QuickPickOptions,
  Uri,
  window,
  workspace,
} from 'vscode';

/** A button of a message. */
export type Action = readonly [title: string, run: () => unknown];

/** Says something; does not wait for an answer, so that a command ends when its work does. */
export function inform(message: string, ...actions: readonly Action[]): void {
  void follow(window.showInformationMessage(message, ...actions.map(([title]) => title)), actions);
}

export function warn(message: string, ...actions: readonly Action[]): void {
  void follow(window.showWarningMessage(message, ...actions.map(([title]) => title)), actions);
}

export function complain(message: string, ...actions: readonly Action[]): void {
  void follow(window.showErrorMessage(message, ...actions.map(([title]) => title)), actions);
}

async function follow(shown: Thenable<string | undefined>, actions: readonly Action[]): Promise<void> {
  const chosen = await shown;
  await actions.find(([title]) => title === chosen)?.[1]();
}

/** A button that runs a command. */
export function commandAction(title: string, command: string, ...args: unknown[]): Action {
  return [title, () => commands.executeCommand(command, ...args)];
}

/** A button that opens a web page. */
export function pageAction(title: string, url: string): Action {
  return [title, () => env.openExternal(Uri.parse(url))];
}

export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly selection?: readonly [number, number];
  readonly placeHolder?: string;
  readonly password?: boolean;
  readonly validate?: (value: string) => string | undefined | Promise<string | undefined>;
}

/** Asks for a line of text; undefined if the user declines. Stays when the focus goes elsewhere, as to copy a value. */
export async function ask(question: Question): Promise<string | undefined> {
  const { validate, selection, ...rest } = question;
  const answer = await window.showInputBox({
    ...rest,
    ...(selection ? { valueSelection: [selection[0], selection[1]] as [number, number] } : {}),
    ignoreFocusOut: true,
    validateInput: async (value): Promise<string | InputBoxValidationMessage | undefined> => validate?.(value.trim()),
  });
  return question.password ? answer : answer?.trim();
}

/** Asks for one of several; undefined if the user declines. */
export function pick<T extends QuickPickItem>(
  items: readonly T[] | Thenable<readonly T[]>,
  options: Omit<QuickPickOptions, 'canPickMany' | 'ignoreFocusOut'>,
): Thenable<T | undefined> {
  return window.showQuickPick(items, { ...options, ignoreFocusOut: true });
}

/** Asks for any of several; undefined if the user declines. */
export function pickMany<T extends QuickPickItem>(
  items: readonly T[],
  options: Omit<QuickPickOptions, 'canPickMany' | 'ignoreFocusOut'>,
): Thenable<T[] | undefined> {
  return window.showQuickPick(items, { ...options, canPickMany: true, ignoreFocusOut: true });
}

/** Whether programs may be started here; says what to do if not. The commands are disabled then, but can be called. */
export function requireTrust(): boolean {
  if (!workspace.isTrusted) {
    warn(
      l10n.t(
        'Slipway starts no container engine in a folder that you have not trusted. Trust it first, then try again.',
      ),
      commandAction(l10n.t('Manage Trust'), 'workbench.trust.manage'),
    );
  }
  return workspace.isTrusted;
}

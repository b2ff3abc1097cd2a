// What a user of the packaged extension meets, on the sample's Dockerfile, in whichever extension host runs this.
import * as vscode from 'vscode';
import { equal, matches, ok, until } from './check';

const extensionId = 'slipway.slipway';

/** The sample's Dockerfile; where there is no remote, the opened folder is empty and in memory. */
async function openSample(): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'no folder is open');
  const file = vscode.Uri.joinPath(folder, 'Dockerfile');
  if (folder.scheme === 'tmp') {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(sampleText));
  }
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

const sampleText = `FROM ubuntu:16.04

ADD requirements.txt /code/
`;

describe(`Slipway in VS Code ${vscode.version}, ${vscode.env.appHost}`, () => {
  let document: vscode.TextDocument;
  let line: number;

  before(async () => {
    document = await openSample();
    line = document.getText().split('\n').indexOf('ADD requirements.txt /code/');
    ok(line >= 0, 'the sample has no ADD');
  });

  it('knows the language of a Dockerfile', () => equal(document.languageId, 'dockerfile'));

  it('activates', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    ok(extension, `${extensionId} is not installed`);
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('reports what is wrong', async () => {
    const diagnostics = await until('diagnostics', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    ok(
      diagnostics.some(({ range }) => range.start.line === line),
      'nothing is said of ADD',
    );
  });

  it('explains an instruction', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : part.value));
    matches(text.join('\n'), /FROM/);
  });

  it('fixes it', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(line, 0, line, 3),
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
    ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
    matches(document.lineAt(line).text, /^COPY requirements\.txt/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('rewrites it from the refactor menu', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(line, 0, line, 0),
      vscode.CodeActionKind.Refactor.value,
      100,
    );
    const action = actions.find(({ title }) => title === 'Convert ADD to COPY');
    ok(action?.edit, `no edit of it among ${actions.map(({ title }) => title).join(', ')}`);
    ok(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
    matches(document.lineAt(line).text, /^COPY requirements\.txt/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('explains and checks a Dockerfile in a Markdown document', async () => {
    const content = '# a\n\n- b\n\n  ```dockerfile\n  FROM ubuntu:24.04\n  ADD a b\n  ```\n';
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      page.uri,
      new vscode.Position(5, 3),
    );
    equal(hovers[0]?.range?.start.character, 2);
    const found = await until('diagnostics', () => {
      const all = vscode.languages.getDiagnostics(page.uri);
      return all.length > 0 ? all : undefined;
    });
    ok(
      found.some(({ range }) => range.start.line === 6 && range.start.character === 2),
      'nothing is said of ADD',
    );
  });

  // a page without a remote has nowhere to keep a user's settings
  const keepsSettings = vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.remoteName !== undefined;
  if (keepsSettings)
    it('asks registries only once the user has turned that on, for all folders', async () => {
      const enabled = () => vscode.workspace.getConfiguration('slipway').inspect<boolean>('registry.enabled');
      equal(enabled()?.defaultValue, false);
      await vscode.commands.executeCommand('slipway.turnOnRegistries');
      // what was written is told a while later
      await until('registries are on', () => enabled()?.globalValue === true || undefined);
      await vscode.workspace.getConfiguration('slipway').update('registry.enabled', undefined, true);
      await until('registries are off', () => enabled()?.globalValue === undefined || undefined);
    });

  it('registers the commands that it contributes, the container engine only where it can be reached', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    ok(extension, `${extensionId} is not installed`);
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed: Command[] = extension.packageJSON.contributes.commands;
    ok(contributed.length > 0, 'no command is contributed');
    // a web worker starts no programs
    const inWorker = extension.extensionUri.scheme.startsWith('http');
    for (const { command, category, enablement } of contributed) {
      equal(category, 'Slipway', command);
      equal(registered.has(command), !(inWorker && enablement?.includes('slipway.docker')), command);
    }
  });
});

interface Command {
  readonly command: string;
  readonly category: string;
  readonly enablement?: string;
}

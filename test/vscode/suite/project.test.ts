// Dockerfiles beside the files that describe their builds, and inside of others, in whichever extension host runs this.
import * as vscode from 'vscode';
import { equal, matches, ok, until } from './check';

const files = {
  'compose.yaml':
    'services:\n  web:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n      target: build\n',
  'app.py': '',
  'docker/Dockerfile': '# c\nFROM alpine:3.22 AS build\nCOPY \n',
  'docker/other.py': '',
  'notes.md': '',
  '.dockerignore': '*.md\ndoc',
};

/** What hovers say at a place, one after the other. */
async function hoverText(uri: vscode.Uri, line: number, character: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(line, character),
  );
  const parts = hovers.flatMap(({ contents }) =>
    contents.map((part) => (typeof part === 'string' ? part : part.value)),
  );
  return parts.join('\n');
}

/** The labels of what is proposed at a place. */
async function proposedAt(uri: vscode.Uri, line: number, character: number): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    new vscode.Position(line, character),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('A project that describes its builds', () => {
  let folder: vscode.Uri;
  let dockerfile: vscode.TextDocument;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);

  before(async () => {
    const [top] = vscode.workspace.workspaceFolders ?? [];
    ok(top, 'no folder is open');
    folder = vscode.Uri.joinPath(top.uri, 'project');
    for (const [name, text] of Object.entries(files)) {
      await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
    }
    dockerfile = await vscode.workspace.openTextDocument(at('docker/Dockerfile'));
    await vscode.window.showTextDocument(dockerfile);
  });

  const proposed = () => proposedAt(dockerfile.uri, 2, 5);

  it('has an ignore file that says what each line does, and completes paths', async () => {
    const ignore = await vscode.workspace.openTextDocument(at('.dockerignore'));
    matches(await hoverText(ignore.uri, 0, 2), /1 file, 0 B: `notes\.md`/);
    const labels = await proposedAt(ignore.uri, 1, 3);
    ok(labels.includes('docker/'), `no docker/ among ${labels.join(', ')}`);
  });

  it('is built with the folder that Compose names, until another is chosen', async () => {
    await until('paths of the Compose file’s context', async () => (await proposed()).includes('app.py') || undefined);
    const build = await vscode.commands.executeCommand<{ source: string }>(
      'slipway.selectBuildContext',
      dockerfile.uri,
      'own',
    );
    equal(build.source, 'own');
    await until('paths of the own folder', async () => {
      const labels = await proposed();
      return (labels.includes('other.py') && !labels.includes('app.py')) || undefined;
    });
  });

  it('is navigated from the Compose file', async () => {
    const compose = await vscode.workspace.openTextDocument(at('compose.yaml'));
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      compose.uri,
      new vscode.Position(5, 16),
    );
    const places = found.map((each) =>
      'targetUri' in each
        ? [each.targetUri.toString(), each.targetSelectionRange?.start.line]
        : [each.uri.toString(), each.range.start.line],
    );
    equal(places, [[dockerfile.uri.toString(), 1]]);
    matches(await hoverText(compose.uri, 5, 16), /alpine:3\.22/);
  });
});

describe('A Dockerfile in a Markdown document', () => {
  it('is fixed where it stands', async () => {
    const content = '- b\n\n  ```dockerfile\n  FROM ubuntu:24.04\n  ADD a b\n  ```\n';
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await until('diagnostics', () => vscode.languages.getDiagnostics(page.uri).length > 0 || undefined);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      page.uri,
      new vscode.Range(4, 2, 4, 5),
    );
    const fix = actions.find(({ edit, isPreferred }) => edit !== undefined && isPreferred);
    ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
    ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
    equal(page.getText(), content.replace('ADD', 'COPY'));
  });
});

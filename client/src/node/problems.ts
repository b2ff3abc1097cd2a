/** Problems that the builder reported, apart from the server's own: gone with the next run, or an edit of the file. */
import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  type ExtensionContext,
  languages,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { CheckFinding } from './docker/check';

/** Lines of a file, 1-based and inclusive. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

export class BuilderProblems {
  readonly #build: DiagnosticCollection;
  readonly #check: DiagnosticCollection;

  constructor(context: ExtensionContext) {
    this.#build = languages.createDiagnosticCollection('slipway-build');
    this.#check = languages.createDiagnosticCollection('slipway-check');
    context.subscriptions.push(
      this.#build,
      this.#check,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#forget(document.uri);
        }
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) {
          this.#forget(file);
        }
      }),
    );
  }

  /** Forgets what the last build said of a file. */
  clearBuild(document: TextDocument): void {
    this.#build.delete(document.uri);
  }

  /** Forgets what the last check said of a file. */
  clearCheck(document: TextDocument): void {
    this.#check.delete(document.uri);
  }

  /** Marks the instruction that a build failed at. */
  buildFailed(document: TextDocument, message: string, lines: Lines): void {
    const problem = new Diagnostic(rangeOf(document, lines), message, DiagnosticSeverity.Error);
    problem.source = 'docker build';
    this.#build.set(document.uri, [problem]);
  }

  /** Shows what BuildKit's check found. */
  checked(document: TextDocument, findings: readonly CheckFinding[]): void {
    this.#check.set(
      document.uri,
      findings.map((finding) => {
        const severity = finding.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        const problem = new Diagnostic(rangeOf(document, finding.lines), finding.message, severity);
        problem.source = 'BuildKit';
        if (finding.rule !== undefined) {
          problem.code = finding.url ? { value: finding.rule, target: Uri.parse(finding.url) } : finding.rule;
        }
        return problem;
      }),
    );
  }

  #forget(uri: Uri): void {
    this.#build.delete(uri);
    this.#check.delete(uri);
  }
}

/** From the first line's first letter to the last line's end; lines past the file's end mean its last one. */
export function rangeOf(document: TextDocument, lines: Lines): Range {
  const clamp = (line: number) => Math.min(Math.max(line, 1), document.lineCount) - 1;
  const first = document.lineAt(clamp(lines.first));
  return new Range(
    first.range.start.with({ character: first.firstNonWhitespaceCharacterIndex }),
    document.lineAt(clamp(lines.last)).range.end,
  );
}

/**
 * Reads what a build prints, while it prints it: BuildKit's plain progress (docker buildx, nerdctl), the classic
 * builder's `Step 3/8 : …` and podman's `STEP 3/8: …`. Pure; formats as recorded in test/client/fixtures.
 */

/** The step that a build is at, for the progress notification. */
export interface BuildStep {
  /** `stage-1 3/5`, `Step 3/8`; empty if the builder gives no number. */
  readonly position: string;
  /** The instruction as the builder prints it: on one line. */
  readonly text: string;
}

/** Why a build failed. */
export interface BuildFailure {
  /** The builder's own words, without `ERROR:` and `failed to solve:`. */
  readonly message: string;
  /** Last lines that the failing step printed, at most {@link TAIL}. */
  readonly output: readonly string[];
  /** First and last line of the failing instruction, 1-based, when the builder says so. */
  readonly lines?: { readonly first: number; readonly last: number };
  /**
   * The failing instruction as printed, when no line is given, and how many earlier steps began with the same text: to
   * be looked for in the file.
   */
  readonly instruction?: { readonly text: string; readonly earlier: number };
}

/** Lines of a failing step's output that are kept. */
export const TAIL = 12;

/** What is kept of a line that has not ended, in UTF-16 units. */
const MAX_LINE = 16_384;

const BUILDKIT_STEP = /^#\d+ \[((?:[^\]\s]+ )?\d+\/\d+)\] (.*)$/;
const NUMBERED_STEP = /^(?:\[\d+\/\d+\] )?(?:Step|STEP) (\d+\/\d+) ?: (.*)$/;
/** ` > [stage-1 5/5] RUN ls:` heads the failing step's output. */
const SECTION = /^ > \[[^\]]*\].*:$/;
/** `Dockerfile:10` and a rule head the excerpt of the file. */
const PLACE = /^\S.*:(\d+)$/;
const EXCERPT = /^ *(\d+) \| >>>/;
const RULE = /^-{6,}$/;
const IMAGE = /^(?:#\d+ writing image |Successfully built )(?:sha256:)?([0-9a-f]{12,64})/;
const PARSE_ERROR = /dockerfile parse error (?:on )?line (\d+)/;
const PREFIXED_ERROR = /^(?:ERROR|Error|error): (.*)$/;
/** The classic builder's errors carry no prefix. */
const BARE_ERROR =
  /^(?:The command '.*' returned a non-zero code: \d+|(?:COPY|ADD) failed: .*|Error response from daemon: .*|pull access denied .*|manifest for .* not found.*|Get "?https?:.*)$/;
/** Lines of the builder itself, not of the program that a step runs. */
const CHATTER = /^(?: ?---> |--> |#\d+ (?:DONE|CACHED|ERROR|sha256:|transferring|resolve |extracting)|#0 )/;

/** Removes colours and cursor movement. */
export function withoutAnsi(text: string): string {
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
}

/** Feed it the output in pieces of any size; ask for the step at any time and for the failure at the end. */
export class BuildOutputReader {
  #rest = '';
  #phase: 'steps' | 'section' | 'excerpt' = 'steps';
  #step: BuildStep | undefined;
  /** Texts of the numbered steps so far. */
  readonly #numbered: string[] = [];
  /** What the current step printed lately. */
  #tail: string[] = [];
  /** What BuildKit repeats of the failing step's output. */
  #section: string[] | undefined;
  #previous = '';
  #lines: { first: number; last: number } | undefined;
  #error: string | undefined;
  #imageId: string | undefined;

  /** The step last begun. */
  get step(): BuildStep | undefined {
    return this.#step;
  }

  /** The image's id, once printed. */
  get imageId(): string | undefined {
    return this.#imageId;
  }

  /** Takes the next piece of output; true if the step changed. */
  push(text: string): boolean {
    const before = this.#step;
    const lines = (this.#rest + text).split('\n');
    // a program that draws a bar ends no line for long: its beginning is of no use here
    this.#rest = (lines.pop() ?? '').slice(-MAX_LINE);
    for (const raw of lines) {
      const line = withoutAnsi(raw).replace(/\r$/, '');
      this.#line(line);
      this.#previous = line;
    }
    return this.#step !== before;
  }

  /** Call when the build ended with an error. */
  failure(): BuildFailure {
    if (this.#rest !== '') {
      this.push('\n');
    }
    const message = (this.#error ?? this.#tail.at(-1) ?? '').replace(/^(?:failed to build: |failed to solve: )+/, '');
    // BuildKit's steps run side by side: only the section tells which lines are the failing one's
    const output = this.#section ?? (this.#numbered.length > 0 ? this.#tail : []);
    const parsed = PARSE_ERROR.exec(message);
    const lines = this.#lines ?? (parsed ? { first: Number(parsed[1]), last: Number(parsed[1]) } : undefined);
    if (lines !== undefined) {
      return { message, output, lines };
    }
    const text = this.#numbered.at(-1);
    if (text === undefined) {
      return { message, output };
    }
    const earlier = this.#numbered.slice(0, -1).filter((step) => step === text).length;
    return { message, output, instruction: { text, earlier } };
  }

  #line(line: string): void {
    if (RULE.test(line)) {
      this.#rule();
    } else if (this.#phase === 'excerpt') {
      this.#excerptLine(line);
    } else if (RULE.test(this.#previous) && SECTION.test(line)) {
      this.#phase = 'section';
      this.#section = [];
    } else if (this.#phase === 'section') {
      keep(this.#section, line);
    } else {
      this.#plainLine(line);
    }
  }

  /** A rule ends a section or an excerpt, and begins an excerpt when the place stands before it. */
  #rule(): void {
    const place = this.#phase === 'steps' ? PLACE.exec(this.#previous) : null;
    if (place) {
      this.#lines = { first: Number(place[1]), last: Number(place[1]) };
      this.#phase = 'excerpt';
    } else {
      this.#phase = 'steps';
    }
  }

  #excerptLine(line: string): void {
    const marked = EXCERPT.exec(line);
    if (marked && this.#lines) {
      this.#lines.last = Math.max(this.#lines.last, Number(marked[1]));
    }
  }

  #plainLine(line: string): void {
    const buildkit = BUILDKIT_STEP.exec(line);
    const numbered = buildkit ? null : NUMBERED_STEP.exec(line);
    if (buildkit) {
      this.#step = { position: buildkit[1]!, text: buildkit[2]! };
    } else if (numbered) {
      this.#step = { position: numbered[1]!, text: numbered[2]! };
      this.#numbered.push(this.#step.text);
      this.#tail = [];
      // what came before was a program's own word
      this.#error = undefined;
    } else {
      this.#imageId = IMAGE.exec(line)?.[1] ?? this.#imageId;
      const error = PREFIXED_ERROR.exec(line)?.[1] ?? BARE_ERROR.exec(line)?.[0];
      if (error !== undefined) {
        this.#error = error.replace(/^Error response from daemon: /, '');
      } else if (!CHATTER.test(line)) {
        keep(this.#tail, line);
      }
    }
  }
}

/** Keeps a line of a program's output, without BuildKit's step number and clock; blank ones say nothing. */
function keep(into: string[] | undefined, line: string): void {
  const text = line.replace(/^(?:#\d+ )?\d+\.\d{3} /, '');
  if (text.trim() !== '') {
    into?.push(text);
    if (into && into.length > TAIL) {
      into.shift();
    }
  }
}

/**
 * Finds an instruction of a Dockerfile by the text that a builder without line numbers printed for it: continuation
 * lines joined. Gives its first and last line, 1-based.
 */
export function findInstruction(
  source: string,
  instruction: { readonly text: string; readonly earlier: number },
): { first: number; last: number } | undefined {
  const lines = source.split(/\r\n|\n/);
  let earlier = instruction.earlier;
  const wanted = squeezed(instruction.text);
  for (let first = 0; first < lines.length; first++) {
    if (lines[first]!.trim() === '' || lines[first]!.trimStart().startsWith('#')) {
      continue;
    }
    let last = first;
    let text = '';
    for (; last < lines.length; last++) {
      const line = lines[last]!;
      if (last > first && (line.trim() === '' || line.trimStart().startsWith('#'))) {
        continue;
      }
      const continued = /[\\`][ \t]*$/.exec(line);
      text += continued ? line.slice(0, continued.index) : line;
      if (!continued) {
        break;
      }
    }
    if (squeezed(text) === wanted && earlier-- === 0) {
      return { first: first + 1, last: Math.min(last, lines.length - 1) + 1 };
    }
    first = last;
  }
  return undefined;
}

/** Blanks mean nothing for the comparison, and builders print the keyword in capitals. */
function squeezed(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return [words[0]?.toUpperCase(), ...words.slice(1)].join(' ');
}

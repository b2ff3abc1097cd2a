import { spanOf } from '../text/span';
import { type Entry, type Mapping, opaque, type Piece, plain, type Text, type Tree } from './tree';

/**
 * Reads HCL as its JSON form has it (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md): a block `target "a" {…}` is
 * the key `target` with a mapping in which `a` is the block's body. Templates are left as they are written. An expression that
 * is no literal, list or object is a text that nobody knows; a name alone is the template `${name}`. What is wrong or half
 * typed is passed over.
 */
export const readHcl = (source: string): Mapping => new Reader(source).body(0);

const nameStart = /[\p{L}_]/u;
const namePattern = /[\p{L}\p{N}_-]+/uy;
/** Deeper than anybody writes, and far from the end of the stack. */
const MAX_DEPTH = 100;

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Attributes and blocks up to the `}` that ends them, which is taken, or to the end of the file. */
  body(depth: number): Mapping {
    const entries: Entry[] = [];
    for (;;) {
      this.blanks(true);
      if (this.at >= this.source.length) break;
      if (this.source[this.at] === '}') {
        this.at++;
        if (depth > 0) break;
        continue;
      }
      const key = this.name() ?? this.quotedName();
      if (!key) {
        this.at++;
        continue;
      }
      const entry = this.attributeOrBlock(key, depth);
      if (entry) entries.push(entry);
    }
    return { kind: 'mapping', entries: joined(entries) };
  }

  private attributeOrBlock(key: Text, depth: number): Entry | undefined {
    this.blanks(false);
    if (this.source[this.at] === '=') {
      this.at++;
      return entryOf(key, this.expression(depth));
    }
    const labels: Text[] = [];
    for (let label = this.name() ?? this.quotedName(); label; label = this.name() ?? this.quotedName()) {
      labels.push(label);
      this.blanks(false);
    }
    if (this.source[this.at] !== '{' || depth > MAX_DEPTH) return undefined;
    this.at++;
    let value: Tree = this.body(depth + 1);
    for (const label of labels.reverse()) value = { kind: 'mapping', entries: [entryOf(label, value)] };
    return entryOf(key, value);
  }

  /** A value, up to what ends it: the line, a comma, a closing bracket. */
  private expression(depth: number): Tree {
    this.blanks(false);
    const start = this.at;
    const value = depth > MAX_DEPTH ? undefined : this.literal(depth);
    this.blanks(false);
    if (value && this.ended()) return value;
    this.skip();
    return opaque(spanOf(start, Math.max(start, this.at)));
  }

  private literal(depth: number): Tree | undefined {
    const unit = this.source[this.at];
    if (unit === '"') return this.quoted();
    if (unit === '[') return this.list(depth + 1);
    if (unit === '{') return this.object(depth + 1);
    if (this.source.startsWith('<<', this.at)) return this.heredoc();
    const number = /-?\d[\d.eE+-]*/y;
    number.lastIndex = this.at;
    const digits = number.exec(this.source)?.[0];
    if (digits !== undefined) {
      this.at += digits.length;
      return plain(digits, this.at - digits.length);
    }
    const name = this.name();
    if (name?.text === undefined || name.text === 'null') return name && opaque(name.at);
    return name.text === 'true' || name.text === 'false' ? name : opaque(name.at, `\${${name.text}}`);
  }

  private list(depth: number): Tree {
    this.at++;
    const items: Tree[] = [];
    for (;;) {
      this.blanks(true);
      const unit = this.source[this.at];
      if (unit === undefined) break;
      if (unit === ']' || unit === '}') {
        if (unit === ']') this.at++;
        break;
      }
      const before = this.at;
      if (unit === ',') this.at++;
      else items.push(this.expression(depth));
      if (this.at === before) this.at++;
    }
    return { kind: 'list', items };
  }

  private object(depth: number): Tree {
    this.at++;
    const entries: Entry[] = [];
    for (;;) {
      this.blanks(true);
      const unit = this.source[this.at];
      if (unit === undefined) break;
      if (unit === '}' || unit === ']') {
        if (unit === '}') this.at++;
        break;
      }
      const key = this.name() ?? this.quotedName();
      this.blanks(false);
      if (key && (this.source[this.at] === '=' || this.source[this.at] === ':')) {
        this.at++;
        entries.push(entryOf(key, this.expression(depth)));
      } else if (!key) this.at++;
    }
    return { kind: 'mapping', entries };
  }

  /** A quoted template with its escapes read. */
  private quoted(): Text {
    const start = this.at + 1;
    const end = this.endOfQuoted(start);
    this.at = this.source[end] === '"' ? end + 1 : end;
    const raw = this.source.slice(start, end);
    return raw.includes('\\') ? opaque(spanOf(start, end), unescaped(raw)) : plain(raw, start);
  }

  /** Where a quoted template's closing quote stands, or its line's end. Quotes inside `${…}` close nothing. */
  private endOfQuoted(start: number): number {
    let at = start;
    let open = 0;
    let inner = false;
    for (; at < this.source.length; at++) {
      const unit = this.source[at]!;
      if (unit === '\n' || unit === '\r') break;
      if (unit === '\\') at++;
      else if (open === 0) {
        if (unit === '"') break;
        if (this.opensTemplate(at, start)) {
          open = 1;
          at++;
        }
      } else if (unit === '"') inner = !inner;
      else if (!inner && unit === '{') open++;
      else if (!inner && unit === '}') open--;
    }
    return Math.min(at, this.source.length);
  }

  private opensTemplate(at: number, start: number): boolean {
    const unit = this.source[at];
    if ((unit !== '$' && unit !== '%') || this.source[at + 1] !== '{') return false;
    // `$${` is an escaped `${`
    return !(at > start && this.source[at - 1] === unit);
  }

  /** `<<EOT` or `<<-EOT`; the latter loses the indentation that all its lines share. */
  private heredoc(): Text | undefined {
    const opening = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy;
    opening.lastIndex = this.at;
    const match = opening.exec(this.source);
    if (!match) return undefined;
    const start = this.at + match[0].length;
    const lines: Line[] = [];
    let line = start;
    let end = this.source.length;
    while (line < this.source.length) {
      const next = this.source.indexOf('\n', line);
      const stop = next < 0 ? this.source.length : next;
      const text = this.source.slice(line, stop).replace(/\r$/, '');
      if (text.trim() === match[2]) {
        end = line;
        // the line break behind the marker ends the attribute
        this.at = line + text.trimEnd().length;
        return body(lines, match[1] === '-', start, end);
      }
      lines.push({ start: line, text });
      line = stop + 1;
    }
    this.at = this.source.length;
    return body(lines, match[1] === '-', start, end);
  }

  private name(): Text | undefined {
    if (!nameStart.test(this.source[this.at] ?? '')) return undefined;
    namePattern.lastIndex = this.at;
    const text = namePattern.exec(this.source)![0];
    this.at += text.length;
    return plain(text, this.at - text.length);
  }

  private quotedName(): Text | undefined {
    return this.source[this.at] === '"' ? this.quoted() : undefined;
  }

  private ended(): boolean {
    const unit = this.source[this.at];
    return unit === undefined || '\r\n,]}#'.includes(unit) || this.source.startsWith('//', this.at);
  }

  /** To the end of an expression that nobody here reads. */
  private skip(): void {
    let open = 0;
    while (this.at < this.source.length) {
      const unit = this.source[this.at]!;
      if (open === 0 && this.ended()) return;
      if (unit === '"') this.quoted();
      else if (this.source.startsWith('<<', this.at) && this.heredoc()) continue;
      else {
        if ('([{'.includes(unit)) open++;
        else if (')]}'.includes(unit)) open--;
        if (open < 0) return;
        this.at++;
      }
    }
  }

  /** Blanks and comments, and line breaks if asked. */
  private blanks(lines: boolean): void {
    while (this.at < this.source.length) {
      const unit = this.source[this.at]!;
      if (unit === ' ' || unit === '\t' || (lines && (unit === '\n' || unit === '\r'))) this.at++;
      else if (unit === '#' || this.source.startsWith('//', this.at)) this.to('\n', 0);
      else if (this.source.startsWith('/*', this.at)) this.to('*/', 2);
      else return;
    }
  }

  private to(end: string, length: number): void {
    const found = this.source.indexOf(end, this.at);
    this.at = found < 0 ? this.source.length : found + length;
  }
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function body(lines: readonly Line[], dedent: boolean, start: number, end: number): Text {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const indent = dedent
    ? filled.reduce((least, { text }) => Math.min(least, /^[ \t]*/.exec(text)![0].length), Infinity)
    : 0;
  const pieces: Piece[] = [{ at: 0, from: start }];
  let text = '';
  for (const line of lines) {
    const cut = Math.min(indent, /^[ \t]*/.exec(line.text)![0].length);
    pieces.push({ at: text.length, from: line.start + cut });
    text += `${line.text.slice(cut)}\n`;
  }
  return { kind: 'text', text, at: spanOf(start, end), pieces };
}

/** Escapes of quoted templates. */
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const unescaped = (raw: string): string =>
  raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (all, code: string | undefined, unit: string | undefined) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[unit!] ?? all),
  );

const entryOf = (key: Text, value: Tree): Entry => ({ key: key.text ?? '', at: key.at, value });

/** Blocks of one type are one mapping, as in JSON; a label that stands twice is merged as Bake merges targets. */
function joined(entries: readonly Entry[]): readonly Entry[] {
  const known = new Map<string, Entry & { value: Mapping }>();
  const made: Entry[] = [];
  for (const entry of entries) {
    const { value } = entry;
    if (value.kind !== 'mapping') {
      made.push(entry);
      continue;
    }
    const first = known.get(entry.key);
    if (first) (first.value.entries as Entry[]).push(...value.entries);
    else {
      const copy = { ...entry, value: { kind: 'mapping' as const, entries: [...value.entries] } };
      known.set(entry.key, copy);
      made.push(copy);
    }
  }
  return made;
}

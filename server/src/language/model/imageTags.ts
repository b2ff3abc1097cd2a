/** A tag that begins with a version: `3.22.1-alpine`. */
interface Version {
  readonly numbers: readonly number[];
  /** What stands behind the numbers, with its separator: `-alpine`; empty for nothing. */
  readonly variant: string;
}

function versionOf(tag: string): Version | undefined {
  const match = /^v?(\d+(?:[._]\d+)*)(.*)$/i.exec(tag);
  if (!match) return undefined;
  const numbers = match[1]!.split(/[._]/).map(Number);
  return { numbers, variant: match[2]!.toLowerCase() };
}

/** Not yet released. Python writes `3.14.0a1`. */
const preview =
  /(?:^|[-._+])(?:rc|alpha|beta|preview|pre|dev|nightly|snapshot|canary|unstable|insiders|ea|m)[-.]?\d*(?=$|[-._+])|^(?:a|b)\d/;
/** A day, a build's number or a commit. */
const build = /(?:^|\D)(?:19|20)\d{6}|^\d{5,}|[0-9a-f]{12}|^(?:sha|commit|pr|build)-/i;
/** What signing tools hang on images: no image. https://github.com/sigstore/cosign */
const attached = /^sha256-[0-9a-f]{64}/;
/** As the distribution specification has it. */
const tagForm = /^\w[\w.-]{0,127}$/;

/** Names of what is newest, or newest of its kind, the usual ones. */
const usual = ['latest', 'stable', 'lts', 'current', 'mainline'];

/** Which kinds come first: versions, versions of a variant, names, what is not released, builds. */
function rank(tag: string, version: Version | undefined): number {
  if (build.test(tag)) return 4;
  if (preview.test(version?.variant ?? tag)) return 3;
  return version ? (version.variant === '' ? 0 : 1) : 2;
}

/** Newest first; of a version and its parts (`3.22.1`, `3.22`, `3`) the more exact one. */
function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const left = a[i] ?? -1;
    const right = b[i] ?? -1;
    if (left !== right) return left > right ? -1 : 1;
  }
  return 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a variant is, whatever its own version: `-alpine3.22` and `-alpine3.21` are one. */
const kindOf = (variant: string): string => variant.replace(/\d+(?:\.\d+)*/g, '#');

/** By kind, and of one kind that with the newest version of its own first: `-alpine3.22` before `-alpine3.21`. */
function compareVariants(a: string, b: string): number {
  const numbers = (variant: string) => (variant.match(/\d+/g) ?? []).map(Number);
  return compareText(kindOf(a), kindOf(b)) || compareNumbers(numbers(a), numbers(b));
}

/** The tags of a repository, the likeliest first: versions from the newest on, then variants, names, previews, builds. */
export function sortedTags(tags: readonly string[]): readonly string[] {
  const keyed = [...new Set(tags)]
    .filter((tag) => tagForm.test(tag) && !attached.test(tag))
    .map((tag) => {
      const version = versionOf(tag);
      const place = usual.indexOf(tag);
      const { numbers = [], variant = '' } = version ?? {};
      return { tag, numbers, variant, rank: rank(tag, version), usual: place < 0 ? usual.length : place };
    });
  keyed.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    if (a.usual !== b.usual) return a.usual - b.usual;
    if (a.rank === 4) return compareText(b.tag, a.tag);
    // `rc` comes after `beta`, and that after `alpha`
    const later = a.rank === 3 ? compareText(kindOf(b.variant), kindOf(a.variant)) : 0;
    return (
      compareNumbers(a.numbers, b.numbers) ||
      later ||
      compareVariants(a.variant, b.variant) ||
      compareText(a.tag, b.tag)
    );
  });
  return keyed.map(({ tag }) => tag);
}

/**
 * The newest released version among tags that is as exact as the current tag and of its variant: `25-alpine` for
 * `20-alpine`; for a name such as `latest`, or none, the most exact version of the newest. Undefined where there is none, or
 * none newer.
 */
export function newestTag(tags: readonly string[], current: string | undefined): string | undefined {
  const own = current === undefined ? undefined : versionOf(current);
  const named = current === undefined || usual.includes(current) ? '' : `-${current}`;
  const kind = kindOf(own?.variant ?? named);
  const fits = ({ numbers, variant }: Version): boolean =>
    kindOf(variant) === kind && (!own || numbers.length === own.numbers.length);
  const [newest] = sortedTags(tags).flatMap((tag) => {
    const version = versionOf(tag);
    return version && rank(tag, version) < 2 && fits(version) ? [{ tag, version }] : [];
  });
  if (!newest || (own && compareNumbers(newest.version.numbers, own.numbers) > 0)) return undefined;
  return newest.tag === current ? undefined : newest.tag;
}

import { fullNameOf, type ImagePlatforms, type ImageReference, platformedImages } from '../language';
import type { OpenDocument } from './documents';
import { RAL } from './library';
import type { Registry } from './registry/registry';

/** Registries are asked when nobody has typed for so long: each key in a name makes another image. */
const pauseMs = 1000;
/** So many answers are remembered, by image. */
const mostKnown = 500;

interface Asking {
  readonly timer: { dispose(): void };
  readonly control: AbortController;
}

/**
 * Asks registries for the platforms of base images, behind everything else: what they say arrives later. How long an answer
 * holds is the registry client's to know: it is asked again after each check.
 */
export class Platforms {
  private known: ReadonlyMap<string, ImagePlatforms> = new Map();
  private readonly asking = new Map<string, Asking>();

  constructor(
    private readonly registry: Pick<Registry, 'platforms'> | undefined,
    /** Called when there is something new to say of a document. */
    private readonly onAnswer: (uri: string) => void,
  ) {}

  /** What is known so far, by full name, for a lint: the same object as long as it is the same. */
  get answers(): ReadonlyMap<string, ImagePlatforms> {
    return this.known;
  }

  /**
   * A document was checked, and registries may be asked about its images once nobody types.
   * @param builtFor see `platformedImages`
   */
  want(document: OpenDocument, builtFor: string | undefined): void {
    const { uri, file } = document;
    this.forget(uri);
    const { registry } = this;
    const images = platformedImages(file, builtFor).map(({ image }) => image);
    if (!registry || images.length === 0) return;
    const control = new AbortController();
    const timer = RAL().timer.setTimeout(() => this.run(registry, uri, images, control.signal), pauseMs);
    this.asking.set(uri, { timer, control });
  }

  /** A document was closed, or is not to be asked about: nothing of it is asked any more. */
  forget(uri: string): void {
    const asking = this.asking.get(uri);
    asking?.timer.dispose();
    asking?.control.abort();
    this.asking.delete(uri);
  }

  /** One image after the other; told together. */
  private async run(
    registry: Pick<Registry, 'platforms'>,
    uri: string,
    images: readonly ImageReference[],
    signal: AbortSignal,
  ): Promise<void> {
    const found = new Map<string, ImagePlatforms>();
    for (const image of images) {
      const told = await registry.platforms(image, signal);
      if (signal.aborted) break;
      // a registry that fails now was right before
      if (told) found.set(fullNameOf(image), told);
    }
    if (this.remember(found)) this.onAnswer(uri);
  }

  /** True if that is something else than before. */
  private remember(found: ReadonlyMap<string, ImagePlatforms>): boolean {
    const isSame = ([name, { index, platforms }]: [string, ImagePlatforms]): boolean => {
      const before = this.known.get(name);
      return before?.index === index && before.platforms.join() === platforms.join();
    };
    if ([...found].every(isSame)) return false;
    const others = [...this.known].filter(([name]) => !found.has(name));
    this.known = new Map([...others, ...found].slice(-mostKnown));
    return true;
  }
}

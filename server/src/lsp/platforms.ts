import { RAL } from 'vscode-languageserver';
import { fullNameOf, type ImagePlatforms, platformedImages } from '../language';
import type { OpenDocument } from './documents';
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
  private readonly known = new Map<string, ImagePlatforms>();
  private readonly asking = new Map<string, Asking>();

  constructor(
    private readonly registry: Pick<Registry, 'platforms'> | undefined,
    /** Called when there is something new to say of a document. */
    private readonly onAnswer: (uri: string) => void,
  ) {}

  /** What is known so far, by full name, for a lint. */
  get answers(): ReadonlyMap<string, ImagePlatforms> {
    return this.known;
  }

  /** A document was checked, and registries may be asked about its images once nobody types. */
  want(document: OpenDocument): void {
    const { uri } = document;
    this.forget(uri);
    const { registry } = this;
    if (!registry || platformedImages(document.file).length === 0) return;
    const control = new AbortController();
    const timer = RAL().timer.setTimeout(() => this.run(registry, document, control.signal), pauseMs);
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
  private async run(registry: Pick<Registry, 'platforms'>, { uri, file }: OpenDocument, signal: AbortSignal) {
    let news = false;
    for (const { image } of platformedImages(file)) {
      const told = await registry.platforms(image, signal);
      if (signal.aborted) break;
      // a registry that fails now was right before
      if (told) news = this.remember(fullNameOf(image), told) || news;
    }
    if (news) this.onAnswer(uri);
  }

  /** True if that is something else than before. */
  private remember(name: string, told: ImagePlatforms): boolean {
    const before = this.known.get(name);
    this.known.delete(name);
    this.known.set(name, told);
    const [oldest] = this.known.keys();
    if (this.known.size > mostKnown) this.known.delete(oldest!);
    return before?.index !== told.index || before.platforms.join() !== told.platforms.join();
  }
}

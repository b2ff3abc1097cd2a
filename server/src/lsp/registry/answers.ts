import type { CancellationToken } from 'vscode-languageserver';
import type { RegistryAnswer } from '../../language';
import type { ImageQuestion } from '../../language/features';
import { RAL } from '../library';
import type { Registry } from './registry';

/** A list of tags is worth a wait: nothing else is proposed there. */
const tagsMs = 4000;
/** Names are proposed beside stages and well-known images, which should not wait for long. */
const namesMs = 700;

/** What a registry says in time; undefined where it does not. Its answer is kept for the next who asks. */
export async function answerOf(
  registry: Registry,
  question: ImageQuestion,
  token: CancellationToken,
): Promise<RegistryAnswer | undefined> {
  const signal = signalOf(token);
  if (question.kind === 'tags') {
    const tags = await within(tagsMs, registry.tags(question.image, signal));
    return tags && { tags };
  }
  const { domain, typed } = question;
  const repositories = await within(namesMs, registry.repositories(domain, typed, signal));
  return repositories && { repositories };
}

/** The token as what requests take. */
export function signalOf(token: CancellationToken): AbortSignal {
  const control = new AbortController();
  if (token.isCancellationRequested) control.abort();
  else token.onCancellationRequested(() => control.abort());
  return control.signal;
}

/** A promise's value, undefined once the time is up. */
function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  return new Promise((done) => {
    const timer = RAL().timer.setTimeout(() => done(undefined), ms);
    answer.then((value) => {
      timer.dispose();
      done(value);
    });
  });
}

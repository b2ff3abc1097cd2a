import type { Message, MessageWriter } from 'vscode-languageserver';
import { AbstractMessageWriter } from '../lsp/library';
import { jsonOfMessage } from '../lsp/written';

/**
 * Writes each message in one piece. The library's own writer sends the header by itself, so that the client wakes up, and may
 * take its turn on the processor, before there is anything to read.
 */
export class PieceWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves when the stream has taken the message; rejects with the stream's error. */
  write(message: Message): Promise<void> {
    const json = jsonOfMessage(message);
    let length = 0;
    for (const piece of json) length += piece.length;
    const text = [`Content-Length: ${length}\r\n\r\n`, ...json].join('');
    return new Promise((resolve, reject) => {
      this.stream.write(text, 'latin1', (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }
}

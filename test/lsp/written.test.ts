// JSON that is put together from what was written before says the same as JSON of the whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from 'vscode-languageserver';
import { type Json, jsonOf, jsonOfMessage, listOf, withList, writtenBy } from '../../server/src/lsp/written';

const read = (json: Json): unknown => JSON.parse(json.join(''));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const value = fc.jsonValue();
const text = fc.string({ unit: 'binary' });

describe('written JSON', () => {
  it('is in ASCII and says the same', () => {
    const lone = '\ud800 \udc00 \u2028 한국어 😀';
    fc.assert(
      fc.property(fc.oneof(value, text), (any) => {
        const json = jsonOf(any).join('');
        expect(json).toMatch(/^[\0-\x7f]*$/);
        expect(JSON.parse(json)).toEqual(plain(any));
      }),
      { examples: [[lone], [{ [lone]: [lone] }]] },
    );
  });

  it('of lists, and of objects that end in one', () => {
    fc.assert(
      fc.property(fc.array(value), fc.dictionary(text, value), (list, rest) => {
        const parts = list.map(jsonOf);
        expect(read(listOf(parts))).toEqual(plain(list));
        expect(read(withList(rest, 'children', parts))).toEqual(plain({ ...rest, children: list }));
      }),
    );
  });

  it.each<[string, (content: object) => object]>([
    ['a response', (result) => ({ jsonrpc: '2.0', id: 'ü1', result })],
    ['a notification', (params) => ({ jsonrpc: '2.0', method: 'textDocument/x', params })],
  ])('of %s, whoever writes its content', (_, message) => {
    const content = { uri: 'file:///가', items: [1, '나'] };
    const expected = message(plain(content) as object);
    expect(read(jsonOfMessage(message(content) as unknown as Message))).toEqual(expected);
    let asked = 0;
    const write = () => {
      asked += 1;
      return withList({ uri: content.uri }, 'items', content.items.map(jsonOf));
    };
    expect(read(jsonOfMessage(message(writtenBy(content, write)) as unknown as Message))).toEqual(expected);
    expect(asked).toBe(1);
  });
});

import { isPort } from '../../model/portSpec';
import { oddPorts } from '../../model/ports';
import { slice } from '../../text/span';
import { defineRule } from '../rule';

export const exposeProtocolCasing = defineRule({
  id: 'expose-protocol-casing',
  category: 'style',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['ExposeProtoCasing'],
  needs: ['EXPOSE'],
  reads: ['EXPOSE', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'Protocol of EXPOSE in upper case',
      found: (protocol: string) => `Write the protocol in lower case: \`${protocol}\`.`,
      fix: (protocol: string) => `Change to ${protocol}`,
    },
    ko: {
      summary: '대문자로 쓴 EXPOSE의 프로토콜',
      found: (protocol: string) => `프로토콜은 소문자로 써 주세요: \`${protocol}\`.`,
      fix: (protocol: string) => `${protocol}로 바꾸기`,
    },
  },
  *checkFile(file) {
    for (const { at, text: word, specs, unresolved } of oddPorts(file)) {
      if (unresolved.length > 0) continue;
      const spec = specs.find((each) => isPort(each) && each.writtenProtocol !== each.writtenProtocol.toLowerCase());
      if (!spec || !isPort(spec)) continue;
      const { protocol } = spec;
      const slash = word.indexOf('/');
      const plain = word.slice(slash + 1) === spec.writtenProtocol && slice(file.text, at) === word;
      const place = plain ? { start: at.start + slash + 1, end: at.end } : at;
      yield {
        at: place,
        say: (text) => text.found(protocol),
        as: ['ExposeProtoCasing'],
        ...(plain && {
          fix: { title: (text) => text.fix(protocol), safety: 'safe', edits: [{ at: place, text: protocol }] },
        }),
      };
    }
  },
});

import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { isPort, parsePort } from '../../server/src/language/model/portSpec';
import { exposedPorts } from '../../server/src/language/model/ports';

describe('ports', () => {
  it.each([
    ['80', [80, 80, 'tcp', '', false]],
    ['53/UDP', [53, 53, 'udp', 'UDP', false]],
    ['7000-7010/sctp', [7000, 7010, 'sctp', 'sctp', false]],
    ['80-80', [80, 80, 'tcp', '', false]],
    ['8080:80', [80, 80, 'tcp', '', true]],
    ['127.0.0.1:8080:80', [80, 80, 'tcp', '', true]],
    ['[::1]:8080:80', [80, 80, 'tcp', '', true]],
    ['8000-9000:80', [80, 80, 'tcp', '', true]],
    ['0', [0, 0, 'tcp', '', false]],
    ['80/', [80, 80, 'tcp', '', false]],
  ])('%s', (text, expected) => {
    const spec = parsePort(text);
    expect(isPort(spec) && [spec.port, spec.endPort, spec.protocol, spec.writtenProtocol, spec.mapped]).toEqual(
      expected,
    );
  });

  // as a real engine takes them: `docker build --check`, BuildKit of Docker 28.5
  it.each(['+80', '080', '80-+90', '0--0', ':80', '::80', '::1:80:80', '[1.2.3.4]:80:80', '[::ffff:1.2.3.4]:80:80'])(
    'takes %s',
    (text) => expect(isPort(parsePort(text))).toBe(true),
  );

  it.each<[string, string, string[]]>([
    ['/tcp', 'port-missing', ['/tcp']],
    ['80:', 'port-missing', ['80:']],
    ['80/http', 'port-protocol', ['http']],
    ['80/tcp/udp', 'port-protocol', ['tcp/udp']],
    ['65536', 'port-number', ['65536']],
    ['http', 'port-number', ['http']],
    ['0x50', 'port-number', ['0x50']],
    ['-0', 'port-number', ['-0']],
    ['80-', 'port-number', ['80-']],
    ['90-80', 'port-number', ['90-80']],
    ['1-2-3', 'port-number', ['1-2-3']],
    ['x:80', 'port-number', ['x']],
    ['1.2.3:1:80', 'port-address', ['1.2.3']],
    ['01.2.3.4:1:80', 'port-address', ['01.2.3.4']],
    ['1:2:3:4', 'port-address', ['1:2']],
    ['[::1:80:80', 'port-address', ['[::1']],
    ['[1:2:3:4:5:6:7:8::]:1:2', 'port-address', ['[1:2:3:4:5:6:7:8::]']],
    ['80-82:90-91', 'port-ranges', ['90-91', '80-82']],
  ])('refuses %s', (text, code, values) => expect(parsePort(text)).toEqual({ code, values }));

  it('come from EXPOSE with variables resolved; a variable may hold several', () => {
    const file = Dockerfile.parse('FROM a\nENV P="80 443/tcp"\nARG N\nEXPOSE $P 53/udp $N/tcp $N\nEXPOSE 1');
    const words = exposedPorts(file).map(({ at, text, specs, unresolved, index }) => {
      expect(file.text.slice(at.start, at.end)).toBe(text);
      return [index, text, specs.map((spec) => (isPort(spec) ? spec.port : spec.code)), unresolved];
    });
    expect(words).toEqual([
      [3, '$P', [80, 443], []],
      [3, '53/udp', [53], []],
      [3, '$N/tcp', ['port-missing'], ['N']],
      [3, '$N', [], ['N']],
      [4, '1', [1], []],
    ]);
  });
});

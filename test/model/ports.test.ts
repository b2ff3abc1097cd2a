import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { exposedPorts, isPort, parsePort } from '../../server/src/language/model/ports';

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

  it.each([
    ['/tcp', 'no-port', 'invalid port: "/tcp": no port specified'],
    ['80/http', 'protocol', 'invalid port: "80/http": invalid proto: http'],
    ['65536', 'port', 'invalid containerPort: 65536'],
    ['http', 'port', 'invalid containerPort: http'],
    ['90-80', 'port', 'invalid containerPort: 90-80'],
    ['1-2-3', 'port', 'invalid containerPort: 1-2-3'],
    ['x:80', 'host-port', 'invalid hostPort: x'],
    ['1.2.3:1:80', 'address', 'invalid IP address: 1.2.3'],
    ['80-82:90-91', 'ranges', 'invalid ranges specified for container and host Ports: 90-91 and 80-82'],
  ])('refuses %s', (text, error, message) => expect(parsePort(text)).toEqual({ error, message }));

  it('come from EXPOSE with variables resolved; a variable may hold several', () => {
    const file = Dockerfile.parse('FROM a\nENV P="80 443/tcp"\nARG N\nEXPOSE $P 53/udp $N/tcp $N\nEXPOSE 1');
    const words = exposedPorts(file).map(({ at, text, specs, unresolved, index }) => {
      expect(file.text.slice(at.start, at.end)).toBe(text);
      return [index, text, specs.map((spec) => (isPort(spec) ? spec.port : spec.error)), unresolved];
    });
    expect(words).toEqual([
      [3, '$P', [80, 443], []],
      [3, '53/udp', [53], []],
      [3, '$N/tcp', ['no-port'], ['N']],
      [3, '$N', [], ['N']],
      [4, '1', [1], []],
    ]);
  });
});

import { knownPort, PORTS } from '../../knowledge/ports';
import type { PortCursor, Site } from '../../model/cursor';
import { isPort, type PortSpec, parsePort } from '../../model/portSpec';
import { resolveAt } from '../../model/variables';
import { type Ask, type Page, sentences } from './page';

/** A port of EXPOSE: the container's side, the host's side, the command that joins them, the service behind it. */
export function aboutPort(ask: Ask, { site, word }: PortCursor): Page {
  const [spec] = specsOf(ask, site, word.text);
  if (!spec) return [];
  const { expose: texts, ports } = ask.reference;
  const { port, endPort, protocol } = spec;
  const known = knownPort(port);
  return [
    sentences(
      texts.container(numbers(spec), protocol),
      endPort > port ? texts.range(String(port), String(endPort)) : undefined,
    ),
    texts.host,
    publish(ask, spec),
    known && endPort === port ? sentences(texts.service(String(port), PORTS[known]), ports[known]) : undefined,
    texts.listen,
  ];
}

/** The commands that publish the ports of an EXPOSE; of many the first few. */
export function published(ask: Ask, site: Site): Page {
  const specs = site.instruction.words.flatMap(({ text }) => specsOf(ask, site, text));
  return specs.slice(0, 3).map((spec) => publish(ask, spec));
}

function specsOf({ file }: Ask, { placed, deferred }: Site, text: string): readonly PortSpec[] {
  if (deferred) return [parsePort(text)].filter(isPort);
  const { text: resolved, unresolved, error } = resolveAt(file, placed.index, text);
  return error || unresolved.length > 0 ? [] : resolved.split(/\s+/).map(parsePort).filter(isPort);
}

const numbers = ({ port, endPort }: PortSpec): string => (endPort > port ? `${port}-${endPort}` : String(port));

function publish({ reference }: Ask, spec: PortSpec): string {
  const { port, endPort, protocol } = spec;
  const host = port === endPort ? String(hostFor(spec)) : numbers(spec);
  return reference.expose.publish(host, numbers(spec), protocol);
}

/**
 * A number for the host's side: another one than the container's, to show that it may be. Web servers get those that
 * people use for them, all others the container's with 10000 added.
 */
function hostFor({ port, protocol }: PortSpec): number {
  if (protocol !== 'tcp') return port;
  if (port === 443) return 8443;
  if (port === 8080) return 8000;
  const web = port === 80 || (port >= 8000 && port < 9000) || webPorts.has(port);
  if (web) return 8080;
  return port + 10_000 <= 65_535 ? port + 10_000 : port;
}

const webPorts: ReadonlySet<number> = new Set([3000, 4200, 5000, 5173, 9000, 9090]);

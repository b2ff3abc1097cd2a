/**
 * The way from one folder to another, as one writes it in a Compose file: `.`, `..`, `../app`, `docker`. Pure.
 * @param from both are absolute paths with `/` between their parts
 * @returns `to` itself where the two have nothing in common
 */
export function relativePath(from: string, to: string): string {
  const start = partsOf(from);
  const end = partsOf(to);
  let common = 0;
  while (common < start.length && common < end.length && start[common] === end[common]) common++;
  if (common === 0 && start.length > 0) return to;
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/') || '.';
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

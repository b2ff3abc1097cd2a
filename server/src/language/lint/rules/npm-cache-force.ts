import { commandsAt } from '../../model/commands';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

export const npmCacheForce = defineRule({
  id: 'npm-cache-force',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['npm'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'npm cache clean without --force',
      found: 'Since version 5 npm refuses to clean its cache without `--force`.',
      fix: 'Add --force',
    },
    ko: {
      summary: '--force 없는 npm cache clean',
      found: 'npm 5부터는 `--force` 없이 캐시를 비우려고 하면 거부해요.',
      fix: '--force 붙이기',
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      if (command.name !== 'npm' || command.has('-f', '--force')) continue;
      const [cache, clean] = command.positional();
      if (cache?.text !== 'cache' || (clean?.text !== 'clean' && clean?.text !== 'clear')) continue;
      yield {
        at: { start: command.nameAt.start, end: clean.at.end },
        say: (text) => text.found,
        fix: { title: (text) => text.fix, safety: 'safe', edits: [insertBehind(command, clean, '--force')] },
      };
    }
  },
});

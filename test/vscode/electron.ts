// Runs the same suite in a desktop VS Code that @vscode/test-electron downloads:   npm run test:electron [-- VERSION]
// For machines with open internet and a display (on Linux, xvfb-run gives one).
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../../scripts/host/paths';
import { makeProfile } from '../../scripts/host/server';

async function main(): Promise<void> {
  const profile = makeProfile(join(root, 'sample'));
  try {
    await runTests({
      version: process.argv[2] ?? 'stable',
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out/test/vscode/index'),
      launchArgs: [
        profile.workspace,
        '--disable-extensions',
        '--user-data-dir',
        join(profile.data, 'data'),
        '--extensions-dir',
        profile.extensions,
      ],
    });
  } finally {
    profile.remove();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

// A person opens a folder that is not trusted: reading and fixing work, nothing is started.
import { describe, expect, it } from 'vitest';
import { journey } from './support/journey';

describe('a folder that is not trusted', () => {
  const workbench = journey(() => ({
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
      'security.workspace.trust.emptyWindow': false,
    },
  }));

  it('is in restricted mode', async () => {
    await workbench().openFile('Dockerfile', 'FROM ubuntu:16.04');
    await workbench().page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('still gets hovers and problems', async () => {
    await workbench().hover('CMD', 'CMD', /When — Run time/);
    await workbench().editor.locator('.squiggly-warning').first().waitFor();
  });

  it('offers no command that starts a container engine', async () => {
    const rows = await workbench().palette('Slipway: ');
    await rows.filter({ hasText: 'Slipway: Restart Server' }).first().waitFor();
    const titles = (await rows.allInnerTexts()).join('\n');
    expect(titles).toContain('Slipway: Fix All');
    // which folder a build would take is asked for hovers and paths, too
    expect(titles.replace('Slipway: Select Build Context…', '')).not.toMatch(
      /Build|Run Container|Stop|Logs|Push|Check with/,
    );
    await workbench().shoot('untrusted');
    await workbench().page.keyboard.press('Escape');
    // the lens of Fix All only edits
    const lenses = workbench().page.locator('.codelens-decoration');
    await lenses
      .filter({ hasText: /Fix all/ })
      .first()
      .waitFor();
    expect(await lenses.filter({ hasText: /Build|Run|Check/ }).count()).toBe(0);
  });
});

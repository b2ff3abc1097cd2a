// A person writes a Dockerfile of two stages: completion, rename across the stages, the outline.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { journey } from './support/journey';

const start = `FROM alpine:3.22 AS base
RUN apk add --no-cache make

FROM alpine:3.22
RUN --mount=type=bind,from=base,source=/etc,target=/mnt true
COPY --from=`;

describe('writing a Dockerfile', () => {
  const workbench = journey();
  const suggestions = () => workbench().page.locator('.suggest-widget.visible');

  it('proposes the stage behind COPY --from=', async () => {
    const { page } = workbench();
    await workbench().openFile('Dockerfile', 'FROM ubuntu:16.04');
    await workbench().replaceAll(start);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Space');
    const row = suggestions().locator('.monaco-list-row', { hasText: 'base' }).first();
    await row.waitFor();
    await workbench().shoot('completion');
    await row.click();
    await workbench().line('COPY --from=base').waitFor();
    expect(await suggestions().isVisible()).toBe(false);
  });

  it('goes on with the instruction, as it would be written by hand', async () => {
    const { page } = workbench();
    await page.keyboard.type(' /etc/motd /etc/\nEXP');
    const row = suggestions().locator('.monaco-list-row', { hasText: 'EXPOSE' }).first();
    await row.waitFor();
    await page.keyboard.press('Enter');
    await workbench().line('EXPOSE').waitFor();
    await page.keyboard.press('Escape');
  });

  it('renames a stage in FROM, COPY --from and mount from', async () => {
    const { page } = workbench();
    await workbench().click('AS base', 'base');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('tools');
    await page.keyboard.press('Enter');
    await workbench().line('AS tools').waitFor();
    await workbench().line('from=tools,source').waitFor();
    await workbench().line('COPY --from=tools').waitFor();
    await workbench().shoot('rename');
  });

  it('shows the stages with their instructions in the outline', async () => {
    const { page } = workbench();
    await workbench().command('Explorer: Focus on Outline View');
    const outline = page.locator('.outline-pane');
    await outline.getByRole('treeitem', { name: /tools/ }).first().waitFor();
    await outline
      .getByRole('treeitem', { name: /RUN apk add/ })
      .first()
      .waitFor();
    await workbench().shoot('outline');
  });
});

describe('refactoring', () => {
  const workbench = journey();

  it('offers what a RUN can become, and makes it a heredoc', async () => {
    const { page } = workbench();
    await workbench().openFile('Dockerfile', 'FROM ubuntu:16.04');
    await workbench().replaceAll('FROM alpine:3.22 AS base\nRUN apk add --no-cache curl && curl --version');
    await page.locator('.monaco-breadcrumb-item', { hasText: 'base' }).first().waitFor();
    await workbench().click('RUN apk add', 'apk');
    await page.keyboard.press('Control+Shift+R');
    const menu = page.locator('.action-widget');
    await menu.getByText('Split into 2 RUN instructions').waitFor();
    await workbench().shoot('refactor');
    await menu.getByText('Convert to a heredoc under').click();
    await workbench().line('RUN <<EOF').waitFor();
    await workbench().line('curl --version').waitFor();
    await page.keyboard.press('Control+z');
    await workbench().line('RUN apk add --no-cache curl && curl').waitFor();
  });
});

describe('formatting', () => {
  const workbench = journey(() => ({
    settings: { 'editor.formatOnSave': true, 'slipway.format.operators': 'leading' },
  }));

  it('lays the file out when it is saved, as the settings say, and gives back what was there', async () => {
    const { page } = workbench();
    await workbench().openFile('Dockerfile', 'FROM ubuntu:16.04');
    await workbench().replaceAll('from   alpine:3.22 as  base\nRUN  echo  "a  b"  &&\\\n  true');
    // the server has read what was written
    await page.locator('.monaco-breadcrumb-item', { hasText: 'base' }).first().waitFor();
    await page.keyboard.press('Control+s');
    await workbench().line('RUN echo "a  b" \\').waitFor();
    await workbench().line('&& true').waitFor();
    await page.keyboard.press('Control+z');
    await workbench().line('RUN echo "a b" &&\\').waitFor();
  });
});

describe('a Dockerfile that Compose builds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-context-'));
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM alpine:3.22\n');
  writeFileSync(
    join(folder, 'compose.yaml'),
    'services:\n  web:\n    build:\n      context: app\n      dockerfile: ../Dockerfile\n',
  );
  const workbench = journey(() => ({ folder }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes another folder as its context where the user picks one', async () => {
    const row = (label: RegExp) => workbench().page.locator('.quick-input-list .monaco-list-row', { hasText: label });
    await workbench().openFile('Dockerfile', 'FROM alpine:3.22');
    await workbench().command('Slipway: Select Build Context');
    await row(/compose\.yaml, service web/).waitFor();
    await workbench().choose('Select Build Context', /own folder/);
    await workbench().command('Slipway: Select Build Context');
    await row(/own folder/)
      .locator('.codicon-check')
      .waitFor();
    await workbench().shoot('build-context');
    await workbench().choose('Select Build Context', 'Automatic');
  });
});

describe('a folder without a Dockerfile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-new-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "shop" }');
  const workbench = journey(() => ({ folder }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gets one that fits it, with places to fill', async () => {
    await workbench().command('Slipway: New Dockerfile');
    await workbench().choose('New Dockerfile', 'Node.js (npm)');
    await workbench().line('npm ci').waitFor();
    await workbench().line('CMD ["node", "server.js"]').waitFor();
    // the first place is chosen
    await workbench().page.keyboard.type('shop.js');
    await workbench().line('CMD ["node", "shop.js"]').waitFor();
    await workbench().shoot('new-dockerfile');
  });

  it('and a .dockerignore', async () => {
    await workbench().page.keyboard.press('Escape');
    await workbench().command('Slipway: New .dockerignore');
    await workbench().page.locator('.tab', { hasText: '.dockerignore' }).waitFor();
    await workbench().line('**/node_modules').waitFor();
  });
});

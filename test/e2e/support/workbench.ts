// What a person does in the workbench, as functions: open a file, point at a word, choose a command, answer a question.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root, vsixFile } from '../../../scripts/host/paths';
import { installExtension, makeProfile, type Profile, type Server, startServer } from '../../../scripts/host/server';
import { launchBrowser } from '../../support/host/browser';

const STEP_LIMIT_MS = 30_000;
/** Until a hover is there, with the server at work; the editor drops one when something moves under the pointer. */
const HOVER_LIMIT_MS = 2500;
const HOVER_TRIES = 6;
const PALETTE_LIMIT_MS = 3000;
const PALETTE_TRIES = 10;
/** A picture is taken again, so many times at most, until it is the same twice. */
const SHOTS_UNTIL_STILL = 10;
const SHOT_EVERY_MS = 150;
/** A place of the page where nothing answers to the pointer: the upper edge. */
const NOWHERE = [640, 4] as const;
const results = join(root, 'test-results');
const shots = join(results, 'screenshots');
/** The pictures of the README: SLIPWAY_SHOTS=1 refreshes those that are there. */
const images = join(root, 'docs/images');

/** Text in the terminal that can be read, not a canvas; nothing that blinks or glides on the pictures. */
const presentable = {
  'terminal.integrated.gpuAcceleration': 'off',
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
};

/** What a workbench is opened with. */
export interface Opening {
  /** The folder whose copy is opened; by default the sample. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Set over the environment of the extension host: a Docker engine's, say. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A real workbench in a real browser, the packaged extension installed, on a throw-away profile. */
export class Workbench {
  /** Hosts other than this machine that the page asked for: refused, and to be empty. */
  readonly asked = new Set<string>();

  private constructor(
    readonly page: Page,
    readonly profile: Profile,
    readonly server: Server,
    private readonly browser: Browser,
  ) {}

  /** Opens it and waits until it is drawn. */
  static async open({ folder = join(root, 'sample'), settings, env }: Opening = {}): Promise<Workbench> {
    const profile = makeProfile(folder, { ...presentable, ...settings });
    installExtension(profile, vsixFile);
    const server = await startServer(profile, { env: env ?? {} });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(STEP_LIMIT_MS);
    const workbench = new Workbench(page, profile, server, browser);
    await page.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => {
        workbench.asked.add(new URL(route.request().url()).host);
        return route.abort();
      },
    );
    await page.goto(`${server.origin}/?${new URLSearchParams({ folder: profile.workspace })}`);
    await page.locator('.monaco-workbench').waitFor();
    return workbench;
  }

  /** Closes it and removes all it made. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    this.profile.remove();
  }

  /** Keeps a picture of the page as NAME.png, once nothing in it moves any more. */
  async shoot(name: string): Promise<void> {
    mkdirSync(shots, { recursive: true });
    let picture = await this.page.screenshot();
    for (let i = 0; i < SHOTS_UNTIL_STILL; i++) {
      const before = picture;
      await this.page.waitForTimeout(SHOT_EVERY_MS);
      picture = await this.page.screenshot();
      if (picture.equals(before)) break;
    }
    writeFileSync(join(shots, `${name}.png`), picture);
    const image = join(images, `${name}.png`);
    if (process.env.SLIPWAY_SHOTS && existsSync(image)) writeFileSync(image, picture);
  }

  /** Keeps a picture of a journey that went wrong. */
  async shootFailure(name: string): Promise<void> {
    await this.page.screenshot({ path: join(results, `failure-${name.replace(/\W+/g, '-')}.png`) });
  }

  /** The editor in front. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** Opens a file of the folder's top level from the explorer and waits for its text. */
  async openFile(name: string, text: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).first().dblclick();
    await this.line(text).waitFor();
  }

  /** The editor's line that contains a text. */
  line(text: string): Locator {
    return this.editor.locator('.view-line', { hasText: text }).first();
  }

  /** Where the first occurrence of `word` in the line that contains `line` is drawn, in page pixels. */
  private async place(line: string, word: string): Promise<{ x: number; y: number }> {
    const found = this.line(line);
    await found.waitFor();
    return found.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      // the editor draws blanks as no-break spaces
      const start = nodes
        .map((node) => node.data)
        .join('')
        .replaceAll('\u00a0', ' ')
        .indexOf(wanted);
      if (start < 0) throw new Error(`no "${wanted}" in the line`);
      let offset = start + Math.floor(wanted.length / 2);
      const node = nodes.find((each) => {
        if (offset < each.length) return true;
        offset -= each.length;
        return false;
      });
      if (!node) throw new Error('the line changed');
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, word);
  }

  /** Points at a word until a hover says `expected`; returns all that the hover says. */
  async hover(line: string, word: string, expected: RegExp): Promise<string> {
    const shown = this.page.locator('.monaco-hover:not(.hidden)');
    const wanted = shown.filter({ hasText: expected }).first();
    for (let tries = 1; ; tries++) {
      // a hover that is still there may cover the word: away from it, then back
      await this.page.mouse.move(...NOWHERE);
      await this.page.keyboard.press('Escape');
      await shown.first().waitFor({ state: 'hidden' });
      const { x, y } = await this.place(line, word);
      await this.page.mouse.move(x, y, { steps: 2 });
      try {
        await wanted.waitFor({ timeout: HOVER_LIMIT_MS });
        return (await wanted.textContent()) ?? '';
      } catch (error) {
        const said = JSON.stringify(await shown.allTextContents());
        if (tries === HOVER_TRIES) throw new Error(`on "${word}" ${said}, not ${expected}`, { cause: error });
      }
    }
  }

  /** Puts the cursor at a word. */
  async click(line: string, word: string): Promise<void> {
    const { x, y } = await this.place(line, word);
    await this.page.mouse.click(x, y);
  }

  /** Replaces the whole text of the editor in front. */
  async replaceAll(text: string): Promise<void> {
    await this.editor.locator('.view-lines').click();
    await this.page.keyboard.press('Control+a');
    // as if pasted: typing would complete and indent
    await this.page.keyboard.insertText(text);
    await this.line(text.split('\n')[0] ?? '').waitFor();
  }

  /** What the pages inside the workbench say: previews, welcome pages. */
  async webviewText(): Promise<string> {
    const inner = this.page.frames().filter((frame) => frame !== this.page.mainFrame());
    // a frame may go while it is asked
    const texts = await Promise.all(
      inner.map((frame) => frame.evaluate(() => document.body.textContent).catch(() => '')),
    );
    return texts.join('\n');
  }

  /** Shows the Problems panel. */
  async showProblems(): Promise<void> {
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await this.page.locator('.markers-panel').waitFor();
  }

  /** The entry of the Problems panel that says `text`. */
  problem(text: string | RegExp): Locator {
    return this.page.locator('.markers-panel').getByRole('treeitem', { name: text });
  }

  /** Opens the command palette with a filter. */
  async palette(filter: string): Promise<Locator> {
    await this.page.keyboard.press('F1');
    await this.input.waitFor();
    await this.input.fill(`>${filter}`);
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Chooses a command by its full title in the palette, which lists what was known when it was opened. */
  async command(title: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      const rows = await this.palette(title);
      const row = rows.filter({ hasText: title }).first();
      try {
        await row.waitFor({ timeout: PALETTE_LIMIT_MS });
        return await row.click();
      } catch (error) {
        // the extension's commands come with it, a while after the workbench
        if (tries === PALETTE_TRIES) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** The input of the question that is being asked. */
  get input(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]').first();
  }

  /** Waits for a question by its title and answers it: with what it proposes, or with `value`. */
  async answer(title: string | RegExp, value?: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title }).waitFor();
    if (value !== undefined) await this.input.fill(value);
    await this.page.keyboard.press('Enter');
  }

  /** Waits for a list of choices by its title and takes the one that says `label`. */
  async choose(title: string | RegExp, label: string | RegExp): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title }).waitFor();
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /** A notification that says `text`, once it is fully faded in. */
  async notification(text: string | RegExp, limitMs = STEP_LIMIT_MS): Promise<Locator> {
    const toast = this.page.locator('.notification-toast', { hasText: text }).first();
    await toast.waitFor({ timeout: limitMs });
    await this.page.waitForFunction(
      (element) => element && getComputedStyle(element).opacity === '1',
      await toast.elementHandle(),
    );
    return toast;
  }

  /** Presses a button of a notification. */
  async press(toast: Locator, button: string): Promise<void> {
    await toast.getByRole('button', { name: button }).click();
  }

  /** The text that the terminal in front shows, joined where lines are wrapped. */
  async terminalText(): Promise<string> {
    const text = await this.page.locator('.terminal-wrapper.active .xterm-rows').first().textContent();
    return (text ?? '').replaceAll('\u00a0', ' ');
  }
}

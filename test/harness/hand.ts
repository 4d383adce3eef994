import type { Locator, Page } from 'playwright-core';

/** A pair of hands on a keyboard: nothing here can reach for a mouse. Counts what is pressed, and apart from it what is typed as text. */
export interface Hand {
  readonly page: Page;
  /** Presses one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  /** Types words into where the keyboard stands. */
  write(text: string): Promise<void>;
  /** Keys since the last look, without letters of texts. */
  take(): number;
  /** Keys and letters in all. */
  total(): { readonly keys: number; readonly letters: number };
  /** What the pointer did to this window: must stay 0. */
  mouse(): Promise<number>;
  /** Waits until the window has a dialog of this name, and the keyboard stands in it. */
  dialog(name: string | RegExp): Promise<Locator>;
  /** Waits until the dialog is gone; else what it says is the message of the failure. */
  gone(): Promise<void>;
  /** Waits until this holds in the window. */
  until(expression: string): Promise<void>;
  /** Waits until something is to be read on the sheet. */
  reads(text: string | RegExp): Promise<void>;
}

const WATCH = `window.__pointer = 0; for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) addEventListener(kind, () => { window.__pointer += 1; }, true);`;

export async function openHand(page: Page): Promise<Hand> {
  await page.addInitScript(WATCH);
  await page.reload();
  const patience = 60_000;
  let keys = 0;
  let letters = 0;
  let since = 0;
  // the page's own content policy lets no waiting script be evaluated inside it
  const until = async (expression: string): Promise<void> => {
    for (const end = Date.now() + patience; !(await page.evaluate<boolean>(expression)); await page.waitForTimeout(30)) if (Date.now() > end) throw new Error(`never came: ${expression}; the keyboard stands on ${await page.evaluate<string>('document.activeElement?.outerHTML.slice(0, 200) ?? ""')}`);
  };
  return {
    page,
    async press(...all) {
      for (const key of all) await page.keyboard.press(key);
      keys += all.length;
      since += all.length;
    },
    async write(text) {
      await page.keyboard.insertText(text);
      letters += text.length;
    },
    take() { const count = since; since = 0; return count; },
    total: () => ({ keys, letters }),
    mouse: () => page.evaluate<number>('window.__pointer'),
    async dialog(name) {
      const dialog = page.getByRole('dialog', { name });
      await dialog.waitFor({ timeout: patience });
      await until(`document.querySelector('dialog[open]')?.contains(document.activeElement) === true`);
      return dialog;
    },
    async gone() {
      const dialog = page.getByRole('dialog');
      await dialog.waitFor({ state: 'detached', timeout: patience }).catch(async () => { throw new Error(`still open: ${await dialog.innerText()}`); });
    },
    until,
    async reads(text) { await page.getByText(text).first().waitFor({ timeout: patience }); },
  };
}

import { existsSync, statSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** Where distributions put it. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

/** Photographs pages of HTML at their full height. */
export interface Camera {
  /** @returns the size of the picture in bytes */
  photograph(html: string, file: string): Promise<number>
  close(): Promise<void>
}

/**
 * A headless Chromium.
 * @param given its path, where it is in no usual place
 * @throws Error that says what to install, where there is none
 */
export async function openCamera(given?: string): Promise<Camera> {
  const executablePath = [...(given === undefined ? [] : [given]), ...usual].find(existsSync)
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium here. Debian and Ubuntu: sudo apt-get install chromium fonts-noto-cjk; elsewhere: install Chromium or ' +
        'Chrome and a Chinese font (Noto Sans CJK), and name it with --chromium PATH.',
    )
  }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--font-render-hinting=none'],
  })
  // A picture is never lower than the window.
  const page = await browser.newPage({ viewport: { width: 720, height: 40 }, deviceScaleFactor: 1 })
  return {
    async photograph(html, file) {
      await page.setContent(html)
      await page.screenshot({ path: file, fullPage: true })
      return statSync(file).size
    },
    close: () => browser.close(),
  }
}

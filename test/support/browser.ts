import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './chromium-unpack.ts'

/** Starts the Chromium that npm brought, with no help from the system; close it when done. */
export async function startBrowser(): Promise<Browser> {
  const { executable, libraries, fonts } = await unpackChromium()
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      '--font-render-hinting=none',
    ],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts },
  })
}

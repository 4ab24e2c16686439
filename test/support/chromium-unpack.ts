import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

const require = createRequire(import.meta.url)
const packageFolder = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..')
const version: string = require(path.join(packageFolder, 'package.json')).version
// The package brings its own tar reader; it is asked for from there, so that ours need not name it.
const tar: { extract(folder: string): Writable } = createRequire(path.join(packageFolder, 'package.json'))('tar-fs')

/** Where the unpacked browser stands. */
export interface UnpackedBrowser {
  readonly executable: string
  /** The shared libraries that come with it, for LD_LIBRARY_PATH. */
  readonly libraries: string
  /** Names its fonts and no others, for FONTCONFIG_FILE: pages look the same on every machine. */
  readonly fonts: string
}

/** Unpacks the Chromium that npm brought, once a version, below `.cache/` of the project. */
export async function unpackChromium(): Promise<UnpackedBrowser> {
  const folder = path.resolve(import.meta.dirname, '../../.cache', `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executable: path.join(folder, 'chromium'),
    libraries: path.join(folder, 'al2023/lib'),
    fonts: path.join(folder, 'own-fonts.conf'),
  }
}

async function unpackInto(folder: string): Promise<void> {
  // Made beside and moved into place, so that two tests starting at once cannot see half a browser.
  const making = `${folder}.${process.pid}`
  await mkdir(making, { recursive: true })
  const decompress = (name: string, target: Writable) =>
    pipeline(createReadStream(path.join(packageFolder, 'bin', `${name}.br`)), createBrotliDecompress(), target)
  await decompress('chromium', createWriteStream(path.join(making, 'chromium')))
  await chmod(path.join(making, 'chromium'), 0o755)
  await decompress('al2023.tar', tar.extract(path.join(making, 'al2023')))
  await decompress('fonts.tar', tar.extract(making))
  await decompress('swiftshader.tar', tar.extract(making))
  await writeFile(path.join(making, 'own-fonts.conf'), fontSettings(folder))
  await rename(making, folder).catch(async () => rm(making, { recursive: true, force: true }))
}

/** Without a font for its form controls this Chromium ends itself; the settings that come with it name folders of another place. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`
}

import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import type { FileTaken } from '#platform/paper/file-findings.ts'
import { orientationOf, type Pixels, upright } from './orientation.ts'
import { Refused } from './refused.ts'

/** Largest picture in pixels: a photograph of 24 megapixels is sharp on A2. More needs more memory than the check may have. */
const mostPixels = 25_000_000
const quality = 88
/** One filter and a quick packing: trying all of them takes five times as long for a tenth of the size. */
const fast = { filterType: 4, deflateLevel: 4 } as const

/** A picture made anew from its pixels: what the camera or the program noted (place, name, earlier pictures) does not come along. */
export interface Redrawn {
  readonly bytes: Buffer
  readonly taken: FileTaken
}

/** Redraws a PNG. @throws Refused */
export function redrawPng(bytes: Buffer): Redrawn {
  if (bytes.length < 33) throw new Refused('file-damaged')
  refuseHuge(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  try {
    const { width, height, data } = PNG.sync.read(bytes, { checkCRC: true })
    return redrawn(PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), fast), 'png', { width, height })
  } catch {
    throw new Refused('file-damaged')
  }
}

/** Redraws a JPEG, upright. @throws Refused */
export function redrawJpeg(bytes: Buffer): Redrawn {
  let pixels: Pixels
  try {
    pixels = jpeg.decode(bytes, {
      useTArray: true,
      maxResolutionInMP: mostPixels / 1_000_000,
      maxMemoryUsageInMB: 600,
      tolerantDecoding: false,
    })
  } catch (error) {
    throw new Refused(String(error).includes('limit exceeded') ? 'file-image-too-large' : 'file-damaged', {
      megapixels: mostPixels / 1_000_000,
    })
  }
  const { width, height, data } = upright(pixels, orientationOf(bytes))
  return redrawn(Buffer.from(jpeg.encode({ width, height, data }, quality).data), 'jpg', { width, height })
}

function refuseHuge(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Refused('file-damaged')
  if (width * height > mostPixels) throw new Refused('file-image-too-large', { megapixels: mostPixels / 1_000_000 })
}

function redrawn(bytes: Buffer, extension: 'png' | 'jpg', size: { readonly width: number; readonly height: number }): Redrawn {
  const mediaType = extension === 'png' ? 'image/png' : 'image/jpeg'
  return {
    bytes,
    taken: { ok: true, kind: 'image', mediaType, extension, pages: null, findings: { ...size, warnings: [] }, rewritten: true },
  }
}

/** A picture as pixels of four bytes. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** How a camera was held, from 1 (upright) to 8, as EXIF says it; 1 where nothing is said or it cannot be read. */
export function orientationOf(jpeg: Buffer): number {
  let at = 2
  while (at + 4 < jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1]
    const length = jpeg.readUInt16BE(at + 2)
    if (marker === 0xda) return 1
    if (marker === 0xe1 && jpeg.subarray(at + 4, at + 10).toString('latin1') === 'Exif\0\0')
      return inExif(jpeg.subarray(at + 10, at + 2 + length))
    at += 2 + length
  }
  return 1
}

function inExif(tiff: Buffer): number {
  try {
    const little = tiff.subarray(0, 2).toString('latin1') === 'II'
    const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let index = 0; index < Math.min(short(first), 200); index += 1) {
      const entry = first + 2 + index * 12
      if (short(entry) === 0x0112) return short(entry + 8) >= 1 && short(entry + 8) <= 8 ? short(entry + 8) : 1
    }
  } catch {
    // Half an entry: as good as none.
  }
  return 1
}

/** Turns a picture as its camera was held: what said so goes, so the pixels must. */
export function upright(picture: Pixels, orientation: number): Pixels {
  if (orientation === 1) return picture
  const { width, height } = picture
  const turned = orientation >= 5
  const [wide, high] = turned ? [height, width] : [width, height]
  const from = new Uint32Array(picture.data.buffer.slice(picture.data.byteOffset, picture.data.byteOffset + width * height * 4))
  const to = new Uint32Array(wide * high)
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const [sx, sy] = sourceOf(orientation, x, y, width, height)
      to[y * wide + x] = from[sy * width + sx] ?? 0
    }
  return { width: wide, height: high, data: new Uint8Array(to.buffer) }
}

function sourceOf(orientation: number, x: number, y: number, width: number, height: number): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [width - 1 - x, y]
    case 3:
      return [width - 1 - x, height - 1 - y]
    case 4:
      return [x, height - 1 - y]
    case 5:
      return [y, x]
    case 6:
      return [y, height - 1 - x]
    case 7:
      return [width - 1 - y, height - 1 - x]
    default:
      return [width - 1 - y, x]
  }
}

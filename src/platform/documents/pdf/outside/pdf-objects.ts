import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFStream } from 'pdf-lib'

/*
 * Small readings of PDF objects. Used in the child process that makes packs, by Node alone.
 */

/** A rectangle in points; x and y are its lower left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A name as PDF writes it: '/Page'. */
export function pdfName(text: string): PDFName {
  return PDFName.of(text)
}

/** Text of any alphabet. */
export function pdfText(text: string): PDFHexString {
  return PDFHexString.fromText(text.toWellFormed())
}

/** A number as content streams write it: five places at most, never with an exponent. */
export function written(value: number): string {
  return Number(value.toFixed(5)).toString()
}

/** The numbers of an array; what is none counts as 0. */
export function numbersOf(array: PDFArray): readonly number[] {
  return array.asArray().map((_, index) => {
    const found = array.lookup(index)
    return found instanceof PDFNumber ? found.asNumber() : 0
  })
}

/** The rectangle that four numbers span, whichever corners they name; undefined where there are not four. */
export function boxOf(array: PDFArray | undefined): Box | undefined {
  if (array?.size() !== 4) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = numbersOf(array)
  return { x: Math.min(a, c), y: Math.min(b, d), width: Math.abs(c - a), height: Math.abs(d - b) }
}

const largest = 150_000_000

/**
 * The unpacked bytes of a stream. A stream that grows beyond 150 MB is a bomb, not a page.
 * @throws Error for what cannot be unpacked
 */
export function unpacked(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  const filter = stream.dict.lookup(pdfName('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (only === undefined) return stream.contents
  const plain = only === pdfName('FlateDecode') && !stream.dict.has(pdfName('DecodeParms'))
  // The system's own inflate is ten times faster, and it can be told where to stop.
  if (plain) return inflateSync(stream.contents, { maxOutputLength: largest, finishFlush: 2 })
  const bytes = decodePDFRawStream(stream).decode()
  if (bytes.length > largest) throw new Error('A stream is too large.')
  return bytes
}

/** Whether the value is a stream whose bytes may be read. */
export function isStream(value: unknown): value is PDFStream {
  return value instanceof PDFStream
}

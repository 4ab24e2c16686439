import { Refused } from './refused.ts'

/** What the first bytes of a file say that it is. */
export type RoughType = 'pdf' | 'zip' | 'png' | 'jpeg' | 'words'

const starts = (bytes: Buffer, ...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

/**
 * Tells a file by its first bytes, never by its name.
 * @throws Refused for everything that is not taken, with the reason that helps most
 */
export function roughTypeOf(bytes: Buffer): RoughType {
  if (bytes.length === 0) throw new Refused('file-empty')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  // Word, Excel and PowerPoint before 2007 share one container; newer files that have a password are put into one, too.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    throw new Refused(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'file-encrypted' : 'file-old-office')
  if (isOtherImage(bytes)) throw new Refused('file-other-image')
  if (isArchive(bytes)) throw new Refused('file-archive')
  return 'words'
}

function isOtherImage(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1')
  return (
    /^(?:GIF8|II\*\0|MM\0\*|BM)/.test(head) ||
    (head.startsWith('RIFF') && head.endsWith('WEBP')) ||
    /^....ftyp(?:hei|mif|avi)/s.test(head) ||
    /<svg[\s>]/i.test(bytes.subarray(0, 1000).toString('latin1'))
  )
}

function isArchive(bytes: Buffer): boolean {
  return (
    starts(bytes, 0x1f, 0x8b) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x50, 0x4b)
  )
}

const said: Readonly<Record<string, string>> = { jpeg: 'jpg' }

/**
 * Refuses a file whose name says something else than its content.
 * @param name - as the browser told it
 * @param extension - by the content, without the dot
 */
export function refuseOtherName(name: string, extension: string): void {
  const end = /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  if ((said[end] ?? end) !== extension) throw new Refused('file-name-disagrees', { said: end, is: extension })
}

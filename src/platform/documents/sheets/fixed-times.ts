const END = 0x06054b50
const ENTRY = 0x02014b50
/** 1 January 1980, the first day that the format knows, at midnight. */
const [DAY, TIME] = [0x0021, 0]

/**
 * A workbook without the time at which it was written, so that the same content gives the same bytes: the times of its parts are set to the first day that
 * the format knows (PKWARE application note 4.3.7 and 4.3.12). Changes the buffer it is given. @throws where it is no such file
 */
export function withFixedTimes(book: Buffer): Buffer {
  let end = book.length - 22
  while (end >= 0 && book.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw new Error('A workbook ends with a directory of its parts.')
  let at = book.readUInt32LE(end + 16)
  for (let left = book.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (book.readUInt32LE(at) !== ENTRY) throw new Error('The directory of a workbook lists its parts.')
    const part = book.readUInt32LE(at + 42)
    for (const place of [at + 12, part + 10]) {
      book.writeUInt16LE(TIME, place)
      book.writeUInt16LE(DAY, place + 2)
    }
    at += 46 + book.readUInt16LE(at + 28) + book.readUInt16LE(at + 30) + book.readUInt16LE(at + 32)
  }
  return book
}

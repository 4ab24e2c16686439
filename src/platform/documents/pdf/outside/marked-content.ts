/*
 * Marked content of an outside page means nothing in ours: its tag numbers point at tags that stay behind, and some readers close our own
 * tag at the first EMC that they meet inside it.
 */

const marks = new Set(['BDC', 'BMC', 'EMC', 'MP', 'DP'])
const white = new Set([0, 9, 10, 12, 13, 32])
const open = 40
const close = 41
const less = 60
const greater = 62
const slash = 47
const percent = 37
const delimiters = new Set([open, close, less, greater, 91, 93, 123, 125, slash, percent])

const isWord = (byte: number | undefined): boolean => byte !== undefined && !white.has(byte) && !delimiters.has(byte)

/** Where the string that begins at `at` ends; the end of the content where nothing closes it. */
function afterString(content: Uint8Array, at: number): number {
  let depth = 0
  for (let index = at; index < content.length; index += 1) {
    const byte = content[index]
    if (byte === 92) index += 1
    else if (byte === open) depth += 1
    else if (byte === close) {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return content.length
}

function afterByte(content: Uint8Array, at: number, isEnd: (byte: number) => boolean): number {
  let index = at
  while (index < content.length && !isEnd(content[index] ?? 0)) index += 1
  return index
}

/** Where a picture inside the content ends: behind an EI that stands alone. */
function afterPicture(content: Uint8Array, at: number): number {
  for (let index = at; index < content.length - 2; index += 1) {
    const alone = white.has(content[index] ?? 0) && content[index + 1] === 69 && content[index + 2] === 73
    if (alone && !isWord(content[index + 3])) return index + 3
  }
  return content.length
}

/** The end of what begins at `at`: a string, a name, a comment, a bracket or a word. */
function afterToken(content: Uint8Array, at: number): number {
  const byte = content[at]
  if (byte === open) return afterString(content, at)
  if (byte === percent) return afterByte(content, at, (one) => one === 10 || one === 13)
  if (byte === less || byte === greater) {
    if (content[at + 1] === byte) return at + 2
    return byte === less ? afterByte(content, at, (one) => one === greater) + 1 : at + 1
  }
  if (byte !== slash && !isWord(byte)) return at + 1
  return afterByte(content, at + 1, (one) => !isWord(one))
}

const isNumber = (first: number): boolean => (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46

/** The content of a page without marked content, read once from front to back whatever is in it. The same bytes where there is none. */
export function withoutMarkedContent(content: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = []
  let from = 0
  let operands = -1
  let at = 0
  while (at < content.length) {
    const byte = content[at] ?? 0
    if (white.has(byte)) {
      at += 1
      continue
    }
    const end = Math.min(afterToken(content, at), content.length)
    const isOperator = isWord(byte) && !isNumber(byte)
    const word = isOperator && end - at <= 5 ? Buffer.from(content.subarray(at, end)).toString('latin1') : ''
    if (operands === -1) operands = at
    if (marks.has(word)) {
      kept.push(content.subarray(from, operands))
      from = end
    }
    // 'true', 'false' and 'null' are operands.
    if (isOperator && !['true', 'false', 'null'].includes(word)) operands = -1
    at = word === 'ID' ? afterPicture(content, end) : end
  }
  return kept.length === 0 ? content : Buffer.concat([...kept, content.subarray(from)])
}

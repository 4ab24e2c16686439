import { coverage } from './generated/glyphs.ts'

/** What stands for a character that no font of ours can show; U+FFFD itself is missing from them. */
export const replacement = '\u{25A1}'

const inter = 1
const limit = 0x20000

/** Bits of the families that hold each character, by code point; emoji and symbols end below 0x20000. */
const families = ((): Uint16Array => {
  const table = new Uint16Array(limit)
  Object.values(coverage).forEach((ranges, index) => {
    for (const range of ranges.split(',')) {
      const [start = 0, length = 1] = range.split('-').map((part) => Number.parseInt(part, 36))
      for (let code = start; code < start + length; code += 1) table[code] = (table[code] ?? 0) | (1 << index)
    }
  })
  return table
})()

const invisible =
  /\u{34F}|[\u{AD}\u{61C}\u{180E}]|[\u{FE00}-\u{FE0F}]|[\u{200B}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{FEFF}]|[\u{E0000}-\u{E01EF}]/gu
const suspicious = /[^\u{20}-\u{7E}\u{A0}-\u{AC}\u{AE}-\u{148}\u{14A}-\u{17F}\u{2010}-\u{201F}]/u
const markAfter = /^\p{M}$/u
/** Where letters join, and where they must not: Persian and the scripts of India are spelled with them. */
const joiner = /^[\u{200C}\u{200D}]$/u
const joined = /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}]$/u

/** Gathers characters that had to be replaced: by character, how often. */
export type Missing = Map<string, number>

function replace(character: string, missing: Missing): string {
  missing.set(character, (missing.get(character) ?? 0) + 1)
  return replacement
}

/**
 * Text that our fonts can print to the last character: one glyph too few would stop the whole export. Invisible and control
 * characters go, what no font holds becomes a white square and is counted. A letter and its accent must be in the same font.
 * `strict` allows Inter alone and no loose accents.
 */
export function printable(text: string, missing: Missing, strict = false): string {
  if (!suspicious.test(text)) return text
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\p{Cc}/gu, ' ')
    // Unicode advises against this letter, and the shaper takes it apart into one that Inter lacks.
    .replace(/\u{149}/gu, '\u{2019}n')
  let out = ''
  let base = 0
  let before = ''
  for (const character of plain) {
    if (joiner.test(character)) {
      if (!strict && joined.test(before) && (base & (families[character.codePointAt(0) ?? 0] ?? 0)) !== 0) out += character
      before = ''
      continue
    }
    before = character
    const held = families[character.codePointAt(0) ?? 0] ?? 0
    const isMark = markAfter.test(character)
    const together = isMark ? held & base : held
    const fits = strict ? !isMark && (held & inter) !== 0 : together !== 0
    out += fits ? character : replace(character, missing)
    if (!isMark) base = held
    else if (fits) base = together
  }
  return out
}

/**
 * Gives long words places to break, so that none runs off the page and no accent leaves its letter. `longest` and more characters count as long; Thai
 * has no spaces, and the typesetter finds its words.
 */
export function breakable(text: string, longest: number): string {
  if (text.length < longest) return text
  const long = new RegExp(`[^\\s\\u{200B}\\p{Script=Thai}]{${longest},}`, 'gu')
  return text.replace(long, (word) => word.replace(new RegExp(`.{${Math.ceil(longest / 2)}}\\p{M}*`, 'gu'), '$&\u{200B}'))
}

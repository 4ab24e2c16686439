/** How wide a character is, as a share of the size of the letters; for a semi-bold sans-serif, on the safe side. */
function widthOf(character: string): number {
  if (/[iljtfr.,:;'’()|! ]/.test(character)) return 0.36
  if (/[mwMW@—]/.test(character)) return 0.95
  if (/[A-Z0-9&]/.test(character)) return 0.72
  return (character.codePointAt(0) ?? 0) > 0x2e7f ? 1.05 : 0.6
}

/** The width of words in letters of a size. */
export function wordsWidth(words: string, size: number): number {
  return [...words].reduce((sum, character) => sum + widthOf(character), 0) * size
}

/**
 * Breaks a label into lines that fit a width; a word that is too long is broken, and what does not fit the last line ends in '…'.
 * @param width - in pixels
 * @param size - of the letters, in pixels
 * @param most - lines, from 1
 */
export function labelLines(label: string, width: number, size: number, most: number): readonly string[] {
  const fits = (words: string): boolean => wordsWidth(words, size) <= width
  const lines: string[] = []
  let line = ''
  for (const word of label.trim().split(/\s+/u)) {
    const together = line === '' ? word : `${line} ${word}`
    if (fits(together)) {
      line = together
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (line !== '' && !fits(`${line}${character}`)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  while (last.length > 0 && !fits(`${last.join('')}…`)) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`]
}

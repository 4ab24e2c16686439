import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/*
 * Only fonts we ship are used. This file is read by the child process, so it may import nothing that needs a compiler.
 */

/** Families in the order in which they are asked for a character. */
export const families = {
  inter: [
    'inter/400Regular/Inter_400Regular.ttf',
    'inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
    'inter/600SemiBold/Inter_600SemiBold.ttf',
    'inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf',
  ],
  arabic: ['noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'],
  hebrew: ['noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'],
  devanagari: ['noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'],
  bengali: ['noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf'],
  gurmukhi: ['noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf'],
  gujarati: ['noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf'],
  tamil: ['noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf'],
  ethiopic: ['noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'],
  thai: ['noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'],
  symbols: ['noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'],
  math: ['noto-sans-math/400Regular/NotoSansMath_400Regular.ttf'],
  emoji: ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'],
} as const

/** Name of one of the families above. */
export type Family = keyof typeof families

const require = createRequire(import.meta.url)

/** Bytes of one font file of ours. */
export function readFont(path: string): Buffer {
  return readFileSync(require.resolve(`@expo-google-fonts/${path}`))
}

/** Bytes of all our font files. */
export function readFonts(): Buffer[] {
  return Object.values(families).flat().map(readFont)
}

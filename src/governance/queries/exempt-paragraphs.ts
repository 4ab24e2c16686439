import type { Reader } from '#platform/database/session.ts'
import { findBodySettings } from './bodies.ts'
import { type Code, listCodes } from './codes.ts'

/** The paragraphs on which a body may keep matter private. */
export interface ParagraphList {
  /** What their codes begin with: 'lga1972', 'lga1972-wales'. */
  readonly law: string
  /** The law in words: 'Schedule 12A, Part 4, for Wales'. */
  readonly title: string
  readonly paragraphs: readonly Code[]
}

/**
 * The list that a body uses on a day, by its legal regime then: dated data (handbook governance 1.7, 2.2: England 1 to 7, Wales 12 to 18, older papers a
 * list of 15). Undefined where no list is recorded for the regime on that day.
 */
export async function findParagraphList(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<ParagraphList | undefined> {
  const settings = await findBodySettings(reader, body, onDay)
  const [law] = await listCodes(reader, `exempt-law.${settings?.legalRegime ?? 'partnership'}`, onDay)
  if (!law) return undefined
  const all = await listCodes(reader, 'exempt-paragraph', onDay)
  return { law: law.code, title: law.label, paragraphs: all.filter(({ code }) => code.startsWith(`${law.code}.`)) }
}

import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, optionalText, text, uuid } from '#platform/web/fields.ts'

const awardContractForm = z.object({
  title: text(200),
  reference: optionalText(60),
  summary: optionalLongText(2000),
  commissioner: uuid(),
  regime: text(60),
  process: optionalText(60),
  startsOn: day(),
  lastDay: optionalDay(),
  vat: choice(['standard', 'none', 'not-known']),
  lots: optionalLongText(2000),
})
const linkForm = z.object({ contract: uuid(), lots: optionalLongText(2000) })
const undoForm = z.object({ because: longText(500) })

/** A contract that is made of an award; its value is that of the bid. */
export type AwardContractInput = z.output<typeof awardContractForm>
/** A contract that is recorded already and came of an award. */
export type AwardLinkInput = z.output<typeof linkForm>
/** Why a link of an award and a contract is taken back, or why no contract will follow. */
export type AwardUndoInput = z.output<typeof undoForm>

/** Reads a contract that is made of an award. */
export const parseAwardContract = formOf(awardContractForm)
/** Reads which contract came of an award. */
export const parseAwardLink = formOf(linkForm)
/** Reads why such a link is taken back, or why no contract will follow. */
export const parseAwardUndo = formOf(undoForm)

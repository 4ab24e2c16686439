import { z } from 'zod'
import { choice, field, formOf, longText, optionalUuid, postedText } from '#platform/web/fields.ts'

const settleForm = z.object({
  settled: choice(['cleared', 'held']),
  because: longText(1000),
  /** The words that were read: what is let out is exactly these. */
  words: field((posted) => ({ value: postedText(posted).replaceAll('\r\n', '\n') })),
})
const cameForm = z.object({ contract: optionalUuid() })

/** Whether the words of what is foreseen may come out, and why. */
export type SettleForeseenInput = z.output<typeof settleForm>
/** Which contract came of an intention; undefined: none yet. */
export type CameInput = z.output<typeof cameForm>

/** Reads whether words may come out. */
export const parseSettleForeseen = formOf(settleForm)
/** Reads which contract came of it. */
export const parseCame = formOf(cameForm)

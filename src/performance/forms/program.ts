import { z } from 'zod'
import { formOf, longText } from '#platform/web/fields.ts'

const endForm = z.object({ reason: longText(500) })

/** Why a program gives no more figures of a measure. */
export type EndProgramInput = z.output<typeof endForm>

/** Reads why a program gives no more figures. */
export const parseEndProgram = formOf(endForm)

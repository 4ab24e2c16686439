import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, optionalText, text, uuid } from '#platform/web/fields.ts'
import { entryKinds } from '../rules/ledger.ts'
import { anySum } from './pence.ts'

const placeForm = z.object({ code: optionalText(60), line: uuid() })
const entryForm = z.object({ kind: choice(entryKinds), onDay: day(), amount: anySum(), description: text(300) })

/** Where entries of a code belong. */
export type PlaceInput = z.output<typeof placeForm>
/** One entry by hand. */
export type EntryInput = z.output<typeof entryForm>

/** Reads where entries of a code belong. */
export const parsePlace = formOf(placeForm)
/** Reads one entry. */
export const parseEntry = formOf(entryForm)

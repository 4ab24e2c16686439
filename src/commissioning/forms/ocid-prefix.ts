import { z } from 'zod'
import { field, formOf, postedText } from '#platform/web/fields.ts'

const prefixForm = z.object({
  /** As the Open Contracting Partnership assigns them: 'ocds-' and six letters or digits. */
  prefix: field((posted) => {
    const typed = postedText(posted).trim().toLowerCase()
    if (typed === '') return { code: 'prefix-missing' }
    return /^ocds-[a-z0-9]{6}$/.test(typed) ? { value: typed } : { code: 'prefix-shape' }
  }),
  assigned: field((posted) => (postedText(posted) === '' ? { code: 'prefix-not-assigned' } : { value: true })),
})

/** The prefix as it is typed, and that it was assigned to this place. */
export type OcidPrefixInput = z.output<typeof prefixForm>

/** Reads the prefix. */
export const parseOcidPrefix = formOf(prefixForm)

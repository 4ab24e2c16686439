import { z } from 'zod'
import { field, formOf, postedText } from '#platform/web/fields.ts'
import { openLicences } from '../rules/open-terms.ts'

const termsForm = z.object({
  /** '' stays: nobody says. */
  licence: field((posted) => {
    const chosen = postedText(posted)
    return chosen === '' || chosen === 'none' || openLicences.some(({ code }) => code === chosen)
      ? { value: chosen === 'none' ? '' : chosen }
      : { code: 'licence-unknown' }
  }),
  /** As 360Giving assigns them: '360G-' and letters, digits or hyphens; '' where none was assigned. */
  grantPrefix: field((posted) => {
    const typed = postedText(posted).trim()
    return typed === '' || /^360G-[A-Za-z0-9-]{1,60}$/.test(typed) ? { value: typed } : { code: 'grant-prefix-shape' }
  }),
})

/** Licence and prefix of grants as they were chosen. */
export type OpenTermsInput = z.output<typeof termsForm>

/** Reads under which terms open data are given out. */
export const parseOpenTerms = formOf(termsForm)

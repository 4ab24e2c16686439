import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, field, longText, optionalUuid, postedText, text, wholeNumber } from '#platform/web/fields.ts'
import { stepKinds } from '../rules/induction.ts'

/** A step of the template. */
export const stepForm = z.object({ kind: choice(stepKinds), title: text(200), withinDays: wholeNumber(0, 366), startsOn: day() })

/** A step that was done. */
export const markForm = z.object({ doneOn: day(), buddy: optionalUuid() })

/** A new version of what members agree to. */
export const agreementForm = z.object({ words: longText(20000), startsOn: day() })

/** The box that says yes to one version. */
export const signForm = z.object({
  agrees: field((posted) => (postedText(posted) === '' ? { code: 'agree-missing' } : { value: true })),
})

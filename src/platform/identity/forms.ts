import { z } from 'zod'
import { email, field, optionalText, postedText, text } from '#platform/web/fields.ts'
import { LONGEST_PASSWORD } from './rules/password.ts'

/** A password as typed: any Unicode, spaces at the ends included. Whether it may be chosen is a rule's to say. */
function password(): z.ZodType<string> {
  return field((posted) => {
    const value = postedText(posted)
    if (value === '') return { code: 'password-missing' }
    return [...value].length > LONGEST_PASSWORD ? { code: 'password-long' } : { value }
  })
}

/** Where to go afterwards; judged by `localReturn`, so that anything may be posted. */
const returnTo = optionalText(500).catch(undefined)

/** First step of signing in. */
export const signInForm = z.object({ email: email(), password: password(), return: returnTo })

/** Second step of signing in. An empty code is the command's to refuse, after it knows whether the first step still holds. */
export const codeForm = z.object({ code: field((posted) => ({ value: postedText(posted).slice(0, 100) })), return: returnTo })

/** A forgotten password. */
export const forgottenForm = z.object({ email: email() })

/** A new password by a mailed link. */
export const newPasswordForm = z.object({ token: text(200), password: password() })

/** A code of the authenticator app that an invitation connects. */
export const proveAppForm = z.object({ token: text(200), code: field((posted) => ({ value: postedText(posted).slice(0, 100) })) })

/** Another password of one's own. */
export const changePasswordForm = z.object({ present: password(), password: password() })

/** The present password, to make new recovery codes. */
export const presentPasswordForm = z.object({ present: password() })

/** The first administrator. */
export const firstAdministratorForm = z.object({ code: text(200), name: text(200), email: email() })

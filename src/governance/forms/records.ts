import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, field, longText, optionalChoice, optionalUuid, postedText, text, ticked, uuid, version } from '#platform/web/fields.ts'
import { bodyStatuses, holidayDivisions, interestKinds, outsideKinds } from '../rules/choices.ts'
import { codeOf, emailOrEmpty, slug, textOrEmpty } from './fields.ts'

type Codes = readonly { readonly code: string }[]

/** A new organisation. */
export function newOrganisationForm(sectors: Codes) {
  return z.object({ name: text(200), sector: codeOf(sectors), startsOn: day() })
}

/** The partnership's name. */
export const partnershipNameForm = z.object({ name: text(80) })

/** The partnership's own mark, without its file. */
export const partnershipLogoForm = z.object({ alternativeText: textOrEmpty(200), remove: ticked() })

/** What changes about an organisation. */
export function changedOrganisationForm(sectors: Codes) {
  return z.object({ name: text(200), sector: codeOf(sectors), renamedOn: optionalDay(), endsOn: optionalDay(), version: version() })
}

/** A new person. */
export const newPersonForm = z.object({
  name: text(120),
  email: emailOrEmpty(),
  phone: textOrEmpty(40),
  title: textOrEmpty(200),
  organisation: optionalUuid(),
  startsOn: optionalDay(),
  invited: ticked(),
})

/** How somebody is reached. */
export const contactForm = z.object({ email: emailOrEmpty(), phone: textOrEmpty(40) })

/** What changes about a person. */
export const changedPersonForm = z.object({ name: text(120), email: emailOrEmpty(), phone: textOrEmpty(40), version: version() })

/** A post that somebody takes up. */
export const postForm = z.object({ title: text(200), organisation: optionalUuid(), startsOn: day() })

/** A new body. */
export function newBodyForm(kinds: Codes, regimes: Codes) {
  return z.object({
    name: text(200),
    slug: slug(),
    shortName: textOrEmpty(60),
    kind: codeOf(kinds),
    status: choice(bodyStatuses),
    startsOn: day(),
    legalRegime: codeOf(regimes),
    holidayDivision: choice(holidayDivisions),
    publicAccess: choice(['public', 'private']),
    publishesAttendance: ticked(),
    endsOn: optionalDay(),
    endsRule: textOrEmpty(300),
  })
}

/** Another status of a body. */
export const statusForm = z.object({
  status: choice(bodyStatuses),
  note: textOrEmpty(300),
  becomes: optionalUuid(),
  startsOn: day(),
})

/** Another kind of a body. */
export function kindForm(kinds: Codes) {
  return z.object({ kind: codeOf(kinds), startsOn: day(), because: text(300), version: version() })
}

/** How a body is to stand to another. */
export function relationForm(kinds: Codes) {
  return z.object({ kind: codeOf(kinds), to: uuid(), cadence: textOrEmpty(120), source: textOrEmpty(200), startsOn: day() })
}

/** What somebody declares. */
export const interestForm = z.object({
  kind: choice(interestKinds),
  outsideKind: optionalChoice(outsideKinds),
  nature: longText(1000),
  sensitive: ticked(),
  startsOn: day(),
})
/** The version of the entry that is amended. */
export const interestVersion = z.object({ version: version() })

/** Leave given to take part in spite of an interest. */
export function dispensationForm(matters: Codes) {
  return z.object({
    person: uuid(),
    matter: codeOf(matters),
    scope: longText(1000),
    grantedBy: text(200),
    startsOn: day(),
    endsOn: optionalDay(),
  })
}

/** How such leave ends before its time. */
export const endDispensationForm = z.object({ endsOn: day(), endedBy: text(200), reason: longText(1000), version: version() })

/** Who adopts a draft, from when, and what they say to its contradictions. */
export const adoptForm = z.object({
  startsOn: day(),
  adoptedBy: text(200),
  // Up to 4,000 characters, or nothing: the command says when an answer is needed.
  answer: field((posted) => {
    const typed = postedText(posted).replaceAll('\r\n', '\n').trim()
    if (!typed.isWellFormed()) return { code: 'broken-characters' }
    if (/[^\P{Cc}\n\t]/u.test(typed)) return { code: 'control-characters' }
    return [...typed].length > 4000 ? { code: 'too-long', details: { max: 4000, over: [...typed].length - 4000 } } : { value: typed }
  }),
  version: version(),
})

/** The day on which something is to be shown. */
export const dayForm = z.object({ on: day() })

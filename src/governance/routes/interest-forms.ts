import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { amendInterest, declareInterest, endInterest } from '../commands/interests.ts'
import { endForm } from '../forms/membership.ts'
import { interestForm, interestVersion } from '../forms/records.ts'
import type { FormField } from '../pages/form-field.ts'
import { myInterestsPath } from '../paths.ts'
import { findInterest, type InterestRecord } from '../queries/interests.ts'
import { findNotices } from '../queries/register-review.ts'
import { interestKinds, outsideKinds } from '../rules/choices.ts'
import { interestKindLabels, outsideKindLabels } from '../words/labels.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const crumbs = [{ text: 'My interests', href: myInterestsPath }]
const fieldsWith = (hint: string | undefined): readonly FormField[] => [
  { kind: 'radios', name: 'kind', label: 'What kind of interest is it?', options: optionsOf(interestKindLabels, interestKinds) },
  {
    kind: 'select',
    name: 'outsideKind',
    label: 'If it is a membership elsewhere, of what?',
    hint: 'Boards of this partnership are shown in the register by themselves',
    none: 'It is not a membership',
    options: optionsOf(outsideKindLabels, outsideKinds),
  },
  { kind: 'lines', name: 'nature', label: 'What is it?', hint: 'For example, trustee of a charity that provides family support' },
  {
    kind: 'day',
    name: 'startsOn',
    label: 'Since when?',
    hint,
  },
  {
    kind: 'tick',
    name: 'sensitive',
    label: 'This is sensitive: keep it out of the public register',
    hint: 'The clerks of your boards still see it',
  },
]

/** Which of one's boards must by law be told, and within how many days; the shortest time. */
async function noticeHint({ reader, standing, visit }: Asked): Promise<string | undefined> {
  const person = known(standing.person)
  const notices = await findNotices(reader, person.id, visit.today)
  const [shortest] = notices.toSorted((a, b) => a.days - b.days)
  return shortest && `${shortest.board} must be told within ${shortest.days} days (${shortest.source}). Declare it also where they are over`
}

/** Declares an interest. */
export async function newInterest(asked: Asked): Promise<FormSpec<z.output<typeof interestForm>>> {
  const fields = fieldsWith(await noticeHint(asked))
  return {
    shape: { title: 'Declare an interest', breadcrumbs: crumbs, fields, submit: 'Declare', first: {}, cancel: backTo(myInterestsPath) },
    parse: (body) => parseForm(interestForm, body),
    perform: async (input) => mapped(await declareInterest(asked.db, asked.visit, input), () => myInterestsPath),
  }
}

async function ownInterest(asked: Asked): Promise<InterestRecord> {
  const interest = known(await findInterest(asked.reader, asked.id('interest')))
  return known(interest.person.id === asked.standing.person?.id ? interest : undefined)
}

/** Amends an interest of one's own. */
export async function amendedInterest(asked: Asked): Promise<FormSpec<z.output<typeof interestForm> & { readonly version: number }>> {
  const { id, kind, nature, outsideKind, sensitive, startsOn, version } = await ownInterest(asked)
  const schema = interestForm.extend(interestVersion.shape)
  return {
    shape: {
      title: 'Amend an interest',
      breadcrumbs: crumbs,
      fields: fieldsWith(await noticeHint(asked)),
      submit: 'Save',
      first: { kind, nature, outsideKind, ...(sensitive ? { sensitive: 'yes' } : {}), ...dayValues('startsOn', startsOn) },
      version,
      cancel: backTo(myInterestsPath),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => mapped(await amendInterest(asked.db, asked.visit, { ...input, id }), () => myInterestsPath),
  }
}

/** Ends an interest of one's own. */
export async function endedInterest(asked: Asked): Promise<FormSpec<z.output<typeof endForm>>> {
  const { id, nature, version } = await ownInterest(asked)
  return {
    shape: {
      title: 'End an interest',
      caption: nature,
      lead: 'It leaves the register from that day. That it was declared stays on record.',
      breadcrumbs: crumbs,
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which you no longer have it' }],
      submit: 'End interest',
      first: dayValues('endsOn', asked.visit.today),
      version,
      cancel: backTo(myInterestsPath),
    },
    parse: (body) => parseForm(endForm, body),
    perform: async (input) => mapped(await endInterest(asked.db, asked.visit, { ...input, id }), () => myInterestsPath),
  }
}

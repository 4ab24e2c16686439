import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { longText, optionalUuid, parseForm, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { lines, textOrEmpty } from './fields.ts'

/** How many can be set up by one act, and how long their names are. */
const MOST = 6

/** What becomes of an organisation, before anybody has looked at what hangs on it. */
export const successionForm = z.object({
  others: uuids(),
  successor: optionalUuid(),
  successors: uuids(),
  created: lines(MOST, 200),
  onDay: day(),
})

/** The yes to what was shown, with where it is written and why. */
export const confirmSuccessionForm = z.object({ source: textOrEmpty(300), reason: longText(1000), version: version() })

/** Why an act is taken back. */
export const takeBackForm = z.object({ reason: longText(1000), version: version() })

/** Where an answer per person stands in the form. */
export const goesOnField = (person: string): string => `goes-${person}`

/** For whom people go on, by person; who has no answer ends with the organisation. */
export function readGoesOn(body: FormBody, people: readonly string[]): ReadonlyMap<string, string> {
  const answers = people.map((person) => [person, String(body[goesOnField(person)] ?? '').slice(0, 40)] as const)
  return new Map(answers.filter(([, answer]) => answer !== ''))
}

/** The plan as it stands in the address of the page that confirms it; undefined where the address is not one. */
export function readPlan(query: { one(name: string): string | undefined; all(name: string): readonly string[] }) {
  const parsed = parseForm(successionForm, {
    others: [...query.all('with')],
    successors: [...query.all('into')],
    created: query.all('new').join('\n'),
    onDay: query.one('day') ?? '',
  })
  return parsed.ok ? parsed.value : undefined
}

import type { Reader } from '#platform/database/session.ts'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { levelNumbers } from '../forms/thresholds.ts'
import { settledPaths } from '../paths.ts'
import { listThresholds } from '../queries/thresholds.ts'
import { families } from './shapes.ts'

const settledHome = { text: 'What the partnership has settled', href: settledPaths.home() }

/** The form that settles thresholds from a day on; it begins with the words of the latest. */
export async function thresholdsShape(reader: Reader, visit: Visit): Promise<FormShape> {
  const [latest] = await listThresholds(reader)
  return {
    title: 'Set thresholds of need from a day on',
    lead: 'They hold from the day you choose, and stand with your name. Levels that were said before stay by the thresholds of their day.',
    breadcrumbs: [families, settledHome, { text: 'Levels of need', href: settledPaths.levels() }],
    cancel: settledPaths.levels(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What is the document called?' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Tomorrow or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and where is it published?' },
        ],
      },
      ...levelNumbers.map(levelGroup),
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today.add({ days: 1 })),
      ...Object.fromEntries(
        (latest?.levels ?? []).flatMap(({ level, name, means }) => [
          [`name${level}`, name],
          [`means${level}`, means],
        ]),
      ),
    },
  }
}

const levelGroup = (level: number): FieldGroup => ({
  ...{ heading: level === 1 ? 'Level 1, the lowest' : `Level ${level}`, look: level > 2 ? 'folded' : 'boxed' },
  fields: [
    { kind: 'line', name: `name${level}`, label: `What is level ${level} called?` },
    { kind: 'lines', name: `means${level}`, label: `What does level ${level} mean?`, hint: 'Shown to whoever says a level' },
  ],
})

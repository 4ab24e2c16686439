import type { JSX } from 'hono/jsx/jsx-runtime'
import { DrawnField, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { Button } from '#platform/web/govuk/components.tsx'
import { yearPaths } from '../paths.ts'
import { monthInWords } from '../words/calendar.ts'
import { weekdayWords, weekWords } from '../words/year-plan.ts'
import type { YearPageProps } from './year-page.tsx'

const byOptions: NonNullable<FieldSpec['options']> = [
  { value: 'terms', text: 'As often as the terms ask' },
  { value: 'aim', text: 'As often as the terms aim at' },
  { value: 'own', text: 'A number of my own' },
]

/** By what the year is built; a link can stand for it. */
export function YearSettingsForm({ board, form, beginnings }: YearPageProps): JSX.Element {
  const months = beginnings.map((month) => ({ value: month.toString().slice(0, 7), text: monthInWords(month) }))
  const typed = form.value('from')
  const known = typed === '' || months.some(({ value }) => value === typed)
  const fields: readonly FieldSpec[] = [
    { kind: 'select', name: 'from', label: 'Twelve months from', options: known ? months : [{ value: typed, text: typed }, ...months] },
    { kind: 'select', name: 'week', label: 'Which one of the month?', options: optionsOf(weekWords as Readonly<Record<string, string>>) },
    { kind: 'select', name: 'weekday', label: 'Day of the week', options: optionsOf(weekdayWords as Readonly<Record<string, string>>) },
    { kind: 'radios', name: 'by', label: 'How often?', options: byOptions },
    { kind: 'short', name: 'times', label: 'If a number of your own: how many meetings a year?', hint: '52 at most' },
    {
      kind: 'short',
      name: 'room',
      label: 'How many weeks does a consultation between two meetings need?',
      hint: 'Leave it empty if there is to be none',
    },
  ]
  return (
    <form method="get" action={yearPaths.year(board.slug)} novalidate aria-label="By what to build the year">
      <div class="gt-calendar-choice__row">
        {fields.slice(0, 3).map((field) => (
          <DrawnField field={field} form={form} />
        ))}
      </div>
      {fields.slice(3).map((field) => (
        <DrawnField field={field} form={form} />
      ))}
      <Button text="Propose days" classes="govuk-button--secondary" />
    </form>
  )
}

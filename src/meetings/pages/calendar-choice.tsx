import type { JSX } from 'hono/jsx/jsx-runtime'
import { Button, Checkboxes, Select } from '#platform/web/govuk/components.tsx'
import { yearPaths } from '../paths.ts'
import { MOST_BOARDS } from '../rules/calendar-months.ts'
import { monthInWords } from '../words/calendar.ts'
import type { CalendarPageProps } from './calendar-page.tsx'

type Props = Pick<CalendarPageProps, 'form' | 'offered' | 'beginnings' | 'boards'>

/** Which boards, from which month, how long, dates or programmes: a form that a link can stand for. */
export function CalendarChoice({ form, offered, beginnings, boards }: Props): JSX.Element {
  const select = (name: string, label: string, items: readonly { readonly value: string; readonly text: string }[]) => (
    <Select
      id={name}
      name={name}
      label={{ text: label, classes: 'govuk-label--s' }}
      items={items.map((item) => ({ ...item, selected: item.value === form.value(name) }))}
      errorMessage={form.error(name)}
    />
  )
  const typed = form.value('from')
  const months = beginnings.map((month) => ({ value: month.toString().slice(0, 7), text: monthInWords(month) }))
  const chosen = form.values('board')
  return (
    <form method="get" action={yearPaths.calendar} class="gt-calendar-choice" aria-label="What to show">
      <div class="gt-calendar-choice__row">
        {select(
          'from',
          'From',
          typed === '' || months.some(({ value }) => value === typed) ? months : [{ value: typed, text: typed }, ...months],
        )}
        {select('months', 'How long', [
          { value: '6', text: 'Half a year' },
          { value: '12', text: 'A year' },
        ])}
        {select('show', 'Show', [
          { value: 'dates', text: 'Dates' },
          { value: 'programmes', text: 'Programmes' },
        ])}
      </div>
      <details class="govuk-details" open={boards.length === 0 || form.error('board') !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Choose boards ({boards.length} shown)</span>
        </summary>
        <div class="govuk-details__text">
          <Checkboxes
            idPrefix="board"
            name="board"
            classes="govuk-checkboxes--small gt-calendar-choice__boards"
            fieldset={{ legend: { text: `Boards, at most ${MOST_BOARDS}`, classes: 'govuk-fieldset__legend--s' } }}
            errorMessage={form.error('board')}
            items={offered.map(({ slug, name }) => ({ value: slug, text: name, checked: chosen.includes(slug) }))}
          />
        </div>
      </details>
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  )
}

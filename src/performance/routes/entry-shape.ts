import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { printed } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import { areaName, type Status, statuses } from '../rules/measure.ts'
import type { SheetRow } from '../rules/sheet.ts'
import { statusChoices } from '../words/measure.ts'

/** The form of a sheet of figures: for each a status and a number, or its two parts; what is there now stands beside it. */
export function entryShape(
  rows: readonly SheetRow[],
  words: { readonly title: string; readonly caption: string; readonly lead: string; readonly submit: string; readonly takesNote: boolean },
  way: { readonly breadcrumbs: readonly PageLink[]; readonly cancel: string },
  note = '',
): FormShape {
  const { takesNote, ...shown } = words
  const last: readonly FieldSpec[] = [
    ...(rows.some(({ current }) => current !== undefined)
      ? [
          {
            kind: 'line',
            name: 'reason',
            label: 'Why is a figure another one than before?',
            hint: 'Only for corrections. The old figure stays, and this stands beside it',
          } as const,
        ]
      : []),
    ...(takesNote
      ? [
          {
            kind: 'lines',
            name: 'note',
            label: 'What is there to say of these figures?',
            hint: 'For the clerk and the board',
            rows: 3,
          } as const,
        ]
      : []),
    {
      kind: 'tick',
      name: 'confirmed',
      label: 'I have checked the figures that I am asked about',
      hint: 'Leave this empty unless a figure is asked for again',
    },
  ]
  return {
    ...shown,
    ...way,
    groups: [...rows.map(groupOf), { heading: 'All of it', fields: last }],
    first: { ...Object.assign({}, ...rows.map(firstOf)), note },
  }
}

function groupOf(row: SheetRow, at: number): FieldGroup {
  const { definition, cell, current } = row
  const part = cell.area !== null ? `, ${areaName(definition, cell)}` : cell.dimension === '' ? '' : `, ${cell.category}`
  const split = definition.kind === 'rate' || definition.kind === 'ratio'
  const now = current === undefined ? 'Nothing is recorded yet' : `Now: ${figureNow(row)}`
  const unit = definition.unit === '' ? '' : ` (${definition.unit})`
  return {
    heading: `${definition.title}${part}`,
    fields: [
      {
        kind: 'select',
        name: `status${at}`,
        label: 'Status',
        hint: now,
        none: 'Leave it as it is',
        options: statuses.map((value) => ({ value, text: statusChoices[value] })),
      },
      ...(split
        ? ([
            { kind: 'short', name: `numerator${at}`, label: definition.numerator === '' ? 'Numerator' : definition.numerator },
            { kind: 'short', name: `denominator${at}`, label: definition.denominator === '' ? 'Denominator' : definition.denominator },
            { kind: 'short', name: `value${at}`, label: `Figure${unit}`, hint: 'Leave empty: it is worked out from these two' },
          ] as const)
        : [{ kind: definition.kind === 'text' ? ('line' as const) : ('short' as const), name: `value${at}`, label: `Figure${unit}` }]),
      { kind: 'line', name: `quality${at}`, label: 'Note on its quality', hint: 'Travels with the figure. Name nobody' },
    ],
  }
}

function figureNow({ current, definition }: SheetRow): string {
  if (current === undefined) return ''
  const figure = current.value === null ? current.words : printedFigure(current.value, definition)
  const state = statusChoices[current.status].split(':')[0] ?? ''
  return figure === '' ? state : `${figure}, ${state.toLowerCase()}`
}

/** What stands in the form at first: protected figures are not filled in, because what is shown of them is rounded. */
function firstOf({ current, definition }: SheetRow, at: number): FormBody {
  if (current === undefined) return { [`status${at}`]: 'final' satisfies Status }
  if (current.protectedBy !== null) return { [`status${at}`]: '' }
  const split = definition.kind === 'rate' || definition.kind === 'ratio'
  const words = (figure: typeof current.value) => (figure === null ? '' : printed(figure, 12))
  return {
    [`status${at}`]: current.status,
    [`value${at}`]: split && current.denominator !== null ? '' : current.words || words(current.value),
    [`numerator${at}`]: words(current.numerator),
    [`denominator${at}`]: words(current.denominator),
    [`quality${at}`]: current.quality,
  }
}

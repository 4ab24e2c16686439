import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import { isOverdue, type ReturnState } from '../rules/returns.ts'

/** How a return for one period stands, as its list says it. */
export function returnStateWords(
  due: { readonly state: ReturnState; readonly dueOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): { readonly word: string; readonly meaning: StatusMeaning } {
  if (isOverdue(due, today)) return { word: 'Overdue', meaning: 'bad' }
  switch (due.state) {
    case 'due':
      return { word: 'Due', meaning: 'warning' }
    case 'given':
      return { word: 'Given, waits for the clerk', meaning: 'information' }
    case 'accepted':
      return { word: 'Accepted', meaning: 'good' }
    default:
      return { word: 'Not asked for', meaning: 'neutral' }
  }
}

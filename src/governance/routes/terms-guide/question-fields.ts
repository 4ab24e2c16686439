import type { Question, Questions } from '../../forms/terms/question.ts'
import type { FormField } from '../../pages/form-field.ts'

/** A choice with more answers than this is a menu. */
const MOST_RADIOS = 7

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-said', text: 'The terms do not say' },
]

/** How many entries stand in the form: those that are filled in, and `spare` empty ones. */
export interface RowCount {
  readonly filled: number
  readonly spare: number
}

/** The fields that ask a question; `rows` says how many entries a list shows. */
export function questionFields(question: Question, path: string, rows: RowCount): readonly FormField[] {
  switch (question.kind) {
    case 'part':
      return partFields(question.of, path, rows)
    case 'rows': {
      const count = Math.min(question.most, rows.filled + rows.spare)
      return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
        partFields(question.of, `${path}_${index}`, rows, true).map((field) => ({
          ...field,
          group: { title: `${question.entry} ${index + 1}${index < rows.filled ? '' : ' (leave it empty if there is none)'}` },
        })),
      )
    }
    default:
      return [oneField(question, path, false)]
  }
}

function partFields(questions: Questions, path: string, rows: RowCount, inRow = false): readonly FormField[] {
  return Object.entries(questions).flatMap(([name, one]) =>
    one.kind === 'part' || one.kind === 'rows' ? questionFields(one, `${path}_${name}`, rows) : [oneField(one, `${path}_${name}`, inRow)],
  )
}

function oneField(question: Exclude<Question, { kind: 'part' | 'rows' }>, name: string, inRow: boolean): FormField {
  if (question.kind === 'key') return { kind: 'hidden', name, label: name }
  const { label, hint } = question
  const asked = { name, label, hint }
  switch (question.kind) {
    case 'whole':
      return { ...asked, kind: 'number' }
    case 'words':
      return { ...asked, kind: question.max > 300 ? 'lines' : 'line' }
    case 'time':
      return { ...asked, kind: 'line' }
    case 'many':
      return { ...asked, kind: 'boxes', options: question.options }
    case 'yes-no':
      return { ...asked, kind: 'radios', options: yesNo }
    case 'one': {
      const options = question.none === undefined ? question.options : [...question.options, { value: 'none', text: question.none }]
      return inRow || options.length > MOST_RADIOS ? { ...asked, kind: 'select', options } : { ...asked, kind: 'radios', options }
    }
    default:
      return { ...asked, kind: question.kind }
  }
}

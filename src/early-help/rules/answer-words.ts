import { dayInWords } from '#platform/time/words.ts'
import { type Answer, type FormLine, isAsked, rowsOf, saysSomething } from './assessment-form.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** As much of a day as is known, in words: '2019', 'May 2019', '14 May 2019'. */
export function partialDayInWords(known: string): string {
  const [year = '', month, day] = known.split('-')
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** What was answered, in the words of the version it was answered by; '' where nothing was. */
export function answerInWords(line: FormLine, answer: Answer | undefined): string {
  if (!answer) return ''
  const worded = answer.codes.map((code) => line.options.find(([offered]) => offered === code)?.[1] ?? code).join(', ')
  if (answer.codes.length > 0) return worded
  if (answer.day) return dayInWords(answer.day)
  if (answer.partialDay) return partialDayInWords(answer.partialDay)
  return answer.number === undefined ? answer.words : String(answer.number)
}

/** A question as it is read or printed: what was answered, or a table where it repeats. */
export type ReadLine =
  | { readonly line: FormLine; readonly kind: 'words'; readonly words: string }
  | {
      readonly line: FormLine
      readonly kind: 'rows'
      readonly columns: readonly FormLine[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly line: FormLine; readonly kind: 'record' }

/** The questions of a part that are asked, in order, with what was answered. */
export function readLines(lines: readonly FormLine[], answers: readonly Answer[]): readonly ReadLine[] {
  return lines
    .filter((line) => line.inside === undefined && isAsked(line, answers))
    .map((line): ReadLine => {
      if (line.kind === 'record') return { line, kind: 'record' }
      if (line.kind !== 'repeat')
        return {
          line,
          kind: 'words',
          words: answerInWords(
            line,
            answers.find(({ field }) => field === line.field),
          ),
        }
      const columns = lines.filter(({ inside }) => inside === line.field)
      const at = (column: FormLine, row: number) => answers.find((answer) => answer.field === column.field && answer.row === row)
      const rows = rowsOf(line, lines, answers.filter(saysSomething))
      return { line, kind: 'rows', columns, rows: rows.map((row) => columns.map((column) => answerInWords(column, at(column, row)))) }
    })
}

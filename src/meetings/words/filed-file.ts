import type { FileWarning } from '#platform/paper/file-findings.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { FiledPurpose } from '../rules/minutes-file.ts'
import { minutesProblemWords } from './minutes.ts'
import { fileProblemWords, warningWords } from './paper-file.ts'

/** What is filed, as the list names it. */
export const purposeWords: Readonly<Record<FiledPurpose, string>> = {
  statement: 'Statement',
  presentation: 'Presentation',
  other: 'Other',
}

/** The same on the form, with what each is for. */
export const purposeOffers: Readonly<Record<FiledPurpose, string>> = {
  statement: 'A statement that was read out',
  presentation: 'A presentation that was shown',
  other: 'Something else that was handed over or shown',
}

/** Who gave it, after its title: 'Statement, read out by Ann Example'. */
export function givenWords({ purpose, givenBy }: { readonly purpose: FiledPurpose; readonly givenBy: string }): string {
  const verb = { statement: 'read out by', presentation: 'given by', other: 'from' } as const
  return `${purposeWords[purpose]}, ${verb[purpose]} ${givenBy}`
}

/** What a file hides, as the end of a sentence. */
export function hiddenWords(warnings: readonly FileWarning[]): string {
  return warnings.map(warningWords).join('; ')
}

/** A sentence for a problem with filing something; undefined leaves it to the common words. */
export function filingProblemWords(problem: FieldProblem): string | undefined {
  const { code, field, details = {} } = problem
  switch (code) {
    case 'file-hides':
      return `Whoever opens this file finds more in it than its pages show: ${details.hidden}. Take that out and choose the file again, or confirm below that it may be read with it`
    case 'too-many-filed':
      return `At most ${details.max} files are filed with the minutes of one meeting`
    case 'choice-missing':
    case 'choice-unknown':
      if (field === 'item') return 'Choose the item that it belongs to'
      return field === 'purpose' ? 'Choose what it is' : undefined
    case 'required':
      if (field === 'item') return 'Choose the item that it belongs to'
      if (field === 'title') return 'Enter a title'
      if (field === 'givenBy') return 'Enter who gave it'
      return field === 'reason' ? 'Say why. The reason is kept, and shown where the minutes are read' : undefined
    default:
      return fileProblemWords(problem) ?? minutesProblemWords(problem)
  }
}

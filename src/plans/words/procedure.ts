import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ProcedureKind, ProcedureStanding, reviewStanding, VersionFacts } from '../rules/procedure.ts'
import { problemWords } from './problems.ts'

/** What stands in the library. */
export const procedureKindWords: Readonly<Record<ProcedureKind, string>> = {
  procedure: 'Procedure',
  guidance: 'Guidance',
  policy: 'Policy',
}

/** Who reads it once it is issued. */
export const procedureAudienceWords = { public: 'Everybody', members: 'Members of the board, and whoever must read it' } as const

/** How a version stands. */
export const procedureStandingWords: Readonly<Record<ProcedureStanding, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  draft: { word: 'Draft', meaning: 'draft' },
  consultation: { word: 'Out for consultation', meaning: 'information' },
  dropped: { word: 'Dropped', meaning: 'neutral' },
  coming: { word: 'To come into force', meaning: 'information' },
  'in-force': { word: 'In force', meaning: 'good' },
  superseded: { word: 'Superseded', meaning: 'neutral' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
}

/** How its review stands, where that needs to be said. */
export const reviewWords: Readonly<
  Record<ReturnType<typeof reviewStanding>, { readonly word: string; readonly meaning: StatusMeaning } | undefined>
> = {
  overdue: { word: 'Review overdue', meaning: 'bad' },
  soon: { word: 'Review due', meaning: 'warning' },
  'not-settled': { word: 'No review settled', meaning: 'unknown' },
  later: undefined,
}

/** The days on which a version holds: 'from 1 May 2026', 'from 1 May 2025 to 30 April 2026'. '' where it was not issued. */
export function heldInWords({ startsOn, endsOn }: Pick<VersionFacts, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null) return ''
  return endsOn === null ? `from ${dayInWords(startsOn)}` : `from ${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`
}

/** How many have read it: 'Of 6 people who must read it, 4 have said that they have.' */
export function readInWords(have: number, must: number): string {
  return `Of ${must} ${must === 1 ? 'person' : 'people'} who must read it, ${have === 0 ? 'nobody has' : have === 1 ? '1 has' : `${have} have`} said so.`
}

const requiredWords: Readonly<Record<string, string>> = {
  owner: 'Choose a person, or write the post that owns it',
  ownerPost: 'Choose a person, or write the post that owns it',
  consultees: 'Write who is asked, one a line',
  said: 'Write what they said',
  because: 'Say why it no longer holds',
  outcome: 'Say what came of it',
  changes: 'Say what is different',
  text: 'Write what you want to say',
  answer: 'Write an answer',
}

/** A sentence for every problem that procedures can have beyond those of plans; undefined leaves it to the common words. */
export function procedureProblemWords(problem: FieldProblem): string | undefined {
  const { code, field, details = {} } = problem
  switch (code) {
    case 'required':
      return requiredWords[field] ?? problemWords(problem)
    case 'text':
      return String(details.sentence ?? '')
    case 'before-latest':
      return 'A version holds from that day or later already. Choose a later day'
    case 'procedure-empty':
      return 'It has neither a text nor a document yet. Write one or bring one first'
    case 'document-missing':
      return 'Choose a PDF'
    case 'document-too-large':
      return 'The file is larger than 20 MB. Bring a smaller one'
    case 'document-unreadable':
      return 'The file cannot be read. Save it anew as a PDF and bring it again'
    case 'document-not-pdf':
      return 'The file is not a PDF. Save it as a PDF first'
    case 'withdrawn-already':
      return 'It was withdrawn'
    case 'not-issued':
      return 'No version of it was issued yet'
    case 'asked-nobody':
      return 'Write who is asked, one a line'
    case 'before-asked':
      return 'That day is before they were asked'
    case 'reviewed-then':
      return 'A review of that day is recorded already'
    case 'next-before':
      return 'The next review is not after this one'
    case 'before-in-force':
      return 'That day is before the latest version came into force'
    case 'answered-already':
      return 'It was answered'
    default:
      return problemWords(problem)
  }
}

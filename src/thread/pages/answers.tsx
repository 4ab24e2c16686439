import type { JSX } from 'hono/jsx/jsx-runtime'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** What was answered to a gap: who sees to it by when, or who accepted it until when, and why. */
export interface ToldAnswer {
  readonly words: string
  /** Where it is ended; undefined for those who may not. */
  readonly end: string | undefined
  readonly endText: string
}

/** The answers to one gap, each with its button. */
export function Answers({
  visit,
  answers,
  about,
}: {
  readonly visit: Visit
  readonly answers: readonly ToldAnswer[]
  readonly about: string
}): JSX.Element {
  return (
    <>
      {answers.map(({ words, end, endText }) => (
        <p class="govuk-!-margin-bottom-1">
          {words} {end && <PostButton visit={visit} action={end} text={endText} about={`: ${about}`} look="link" />}
        </p>
      ))}
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** Says above a form that it shows words which were typed and never saved, and offers to drop them. */
export function KeptNotice({
  visit,
  at,
  drop,
}: {
  readonly visit: Visit
  readonly at: Temporal.Instant
  readonly drop: string
}): JSX.Element {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        The form shows what you typed on {instantInWords(at)} and did not save. Only you can see it. Press Save below to put it in place.
      </p>
      <PostButton visit={visit} action={drop} text="Drop it and show what is saved" />
    </div>
  )
}

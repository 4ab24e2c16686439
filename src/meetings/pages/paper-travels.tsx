import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { meetingPaths } from '../paths.ts'
import type { OnwardPaper, PaperOrigin, SentPaper } from '../queries/sent-papers.ts'
import { beforeWords, commentsHeading, linesOf, sentStateWords } from '../words/sent-paper.ts'

/** Where a paper was before, and how its words stand to those that were read there. */
export interface ShownOrigin {
  readonly origin: PaperOrigin
  /** The paper that came of it. */
  readonly paper: string
  /** Undefined where the reader may not see the version that was sent. */
  readonly words: 'same' | 'changed' | undefined
  /** The paper has been put into Part 2 by the board that sent it, and is open here; said to whoever prepares the meeting. */
  readonly closedThere: boolean
}

/** Says above a paper where it has been before: the board, the day, what it read there. */
export function PaperBefore({ origin, paper, words, closedThere }: ShownOrigin): JSX.Element {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        Before this:{' '}
        {origin.before ? (
          <a class="govuk-link" href={meetingPaths.item(origin.meeting, origin.item)}>
            {beforeWords(origin.fromName, origin.before)}
          </a>
        ) : (
          beforeWords(origin.fromName, origin.before)
        )}
        .{words === 'same' && ' The words are the same.'}
        {words === 'changed' && (
          <>
            {' '}
            <a class="govuk-link" href={meetingPaths.compareBefore(paper)}>
              See what has changed since
            </a>
          </>
        )}
      </p>
      {closedThere && (
        <p class="govuk-body">{origin.fromName} has put this paper into Part 2 since it was sent. Ask its clerk before it goes out here.</p>
      )}
    </div>
  )
}

/** What a board said of the paper that it sent on; nothing where it has said nothing. */
export function PaperComments({ origin, id }: { readonly origin: PaperOrigin; readonly id: string }): JSX.Element | null {
  if (origin.comments === '') return null
  return (
    <section class="gt-prose" aria-labelledby={id}>
      <h3 class="govuk-heading-m" id={id}>
        {commentsHeading(origin.fromName)}
      </h3>
      {linesOf(origin.comments).map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      {origin.commentedAt && (
        <p class="govuk-hint">
          Written for it by {origin.commentsBy} on {dayInWords(dayOf(origin.commentedAt))}
        </p>
      )}
    </section>
  )
}

/** Where a paper went on to, for whoever may see it there; nothing where it went nowhere. */
export function PaperOnward({ onward }: { readonly onward: readonly OnwardPaper[] }): JSX.Element | null {
  if (onward.length === 0) return null
  return (
    <p class="govuk-body">
      This paper went on to{' '}
      {onward.map(({ name, meeting, item, heldOn }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={meetingPaths.item(meeting, item)}>
            {name}, {dayInWords(heldOn)}
          </a>
        </>
      ))}
    </p>
  )
}

/** To which boards a paper was sent on, for whoever prepares its meeting. */
export function SentOn(props: {
  readonly paper: string
  readonly sent: readonly SentPaper[]
  readonly maySend: boolean
  readonly mayComment: boolean
}): JSX.Element | null {
  const { paper, sent, maySend, mayComment } = props
  if (sent.length === 0 && !maySend) return null
  return (
    <Card title="Sent on to other boards" id="sent-on">
      {sent.map((one) => (
        <p class="govuk-body">
          {one.toName}, {dayInWords(dayOf(one.sentAt))}: {sentStateWords[one.state].toLowerCase()}
          {one.reason !== '' && `. ${one.reason}`}
          {one.state !== 'refused' && mayComment && (
            <>
              <br />
              <a class="govuk-link" href={meetingPaths.sentComments(paper, one.id)}>
                {one.comments === '' ? 'Add comments' : 'Change the comments'}
                <span class="govuk-visually-hidden"> for {one.toName}</span>
              </a>
            </>
          )}
        </p>
      ))}
      {maySend && (
        <p class="govuk-body">
          <a class="govuk-link" href={meetingPaths.paperStep(paper, 'send')}>
            Send it on to another board
          </a>
        </p>
      )}
    </Card>
  )
}

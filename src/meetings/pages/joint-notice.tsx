import type { JSX } from 'hono/jsx/jsx-runtime'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'

/** A body at the table of a joint meeting, as its page names it. */
export interface BodyAtMeeting {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Its clerk has agreed that it meets here; true for the body that called. */
  readonly agreed: boolean
  /** Whoever looks is its clerk and may agree, or take it back while nothing is recorded. */
  readonly mayAgree: boolean
}

interface Props {
  readonly visit: Visit
  readonly meeting: string
  /** The body that called comes first. */
  readonly bodies: readonly BodyAtMeeting[]
}

/** Which boards meet jointly, and for the clerk of one that was asked the way to agree. Nothing for a meeting of one body. */
export function JointNotice({ visit, meeting, bodies }: Props): JSX.Element | null {
  const [caller, ...others] = bodies
  if (!caller || others.length === 0) return null
  return (
    <section class="govuk-inset-text" aria-label="Joint meeting">
      <p>
        A joint meeting, called by <Board body={caller} />, with{' '}
        {others.map((body, index) => (
          <>
            {index > 0 && ' and '}
            <Board body={body} />
            {!body.agreed && ' (asked, has not agreed yet)'}
          </>
        ))}
        . Each board has its own roll, its own quorum and its own decisions.
      </p>
      {others
        .filter(({ mayAgree }) => mayAgree)
        .map((body) => (
          <Agreement visit={visit} meeting={meeting} body={body} />
        ))}
    </section>
  )
}

function Board({ body }: { readonly body: BodyAtMeeting }): JSX.Element {
  return (
    <a class="govuk-link" href={`/boards/${body.slug}`}>
      {body.name}
    </a>
  )
}

function Agreement({
  visit,
  meeting,
  body,
}: {
  readonly visit: Visit
  readonly meeting: string
  readonly body: BodyAtMeeting
}): JSX.Element {
  const fields = { agrees: body.agreed ? '' : 'yes' }
  if (body.agreed)
    return (
      <PostButton
        visit={visit}
        action={meetingPaths.jointMeeting(body.slug, meeting)}
        fields={fields}
        text={`${body.name} does not meet here after all`}
      />
    )
  return (
    <>
      <p>
        You are the clerk of {body.name}. Once you agree, its members are called on the roll here, and it can decide here. The clerk of the
        board that called keeps the record.
      </p>
      <PostButton
        visit={visit}
        action={meetingPaths.jointMeeting(body.slug, meeting)}
        fields={fields}
        text={`Agree that ${body.name} meets here`}
      />
    </>
  )
}

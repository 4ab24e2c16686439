import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { supervisionPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { Decided, listDecided } from '../queries/supervision-decided.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { FamilyFrame } from './family-frame.tsx'
import { DoneState } from './supervision-session-page.tsx'

/** What was decided of one family in supervision, in its record (E8). */
export function DecidedPage(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly ties: CaseworkTies
  readonly decided: Awaited<ReturnType<typeof listDecided>>
}): JSX.Element {
  const { visit, family, ties, decided } = props
  return (
    <FamilyFrame
      {...{ visit, family, relations: ties.relations }}
      current="supervision"
      title="Supervision"
      lead="What was decided when the work with this family was talked about. What was said of the practitioner is no part of it."
    >
      {decided.length === 0 && <p class="govuk-body">Nothing is written here that is open to you.</p>}
      {decided.map(({ id, words, action, owner, ownerName, dueOn, doneOn, author, enteredBy, enteredAt, ...corrected }) => (
        <Card
          title={author}
          id={`decided-${id}`}
          link={
            enteredBy === ties.person && ties.relations.has('supervisor')
              ? { text: 'Correct it', href: supervisionPaths.decidedCorrect(family.id, id) }
              : undefined
          }
        >
          <p class="govuk-body-s">
            <InstantText instant={enteredAt} />
          </p>
          <TypedWords words={words} />
          {dueOn && (
            <>
              <p class="govuk-body-s">{`To be done by ${dayInWords(dueOn)}, ${ownerName}: ${action}`}</p>
              <DoneState
                {...{ visit, dueOn, doneOn, about: action }}
                action={owner === ties.person ? supervisionPaths.decidedDone(family.id, id) : undefined}
              />
            </>
          )}
          <Corrected {...corrected} />
        </Card>
      ))}
    </FamilyFrame>
  )
}

/** What a decision said before it was corrected, marked, and why it was. */
function Corrected({ because, correctedAt, former }: Pick<Decided, 'because' | 'correctedAt' | 'former'>): JSX.Element | null {
  if (!correctedAt) return null
  return (
    <>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <StatusPill meaning="information">Corrected</StatusPill> <InstantText instant={correctedAt} />
      </p>
      <TypedWords words={because} />
      {former.map(({ words, action, dueOn }) => (
        <p class="govuk-body-s">
          {'Before: '}
          <del dir="auto">{dueOn ? `${words} (${action}, by ${dayInWords(Temporal.PlainDate.from(dueOn))})` : words}</del>
        </p>
      ))}
    </>
  )
}

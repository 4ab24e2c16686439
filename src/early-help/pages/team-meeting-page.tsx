import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, timeInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Button, Textarea } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { PlanView } from '../queries/plan.ts'
import type { TeamMeeting } from '../queries/team-meeting.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { childrenAsked } from '../rules/plan.ts'
import { actionWords, childAnswerWords, meetingWords, presenceWords } from '../words/plan.ts'
import { FamilyFrame } from './family-frame.tsx'

interface Props {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly me: string
  readonly plan: PlanView
  readonly meeting: TeamMeeting
}

/** A meeting of the team, before, while and after it is held: from a phone in the room, each note and action is saved by itself (E4). */
export function TeamMeetingPage(props: Props): JSX.Element {
  const { visit, family, relations, meeting } = props
  const isOver = meeting.state === 'approved' || meeting.state === 'cancelled' || family.closedOn !== undefined
  const leads = mayIn(relations, 'family', 'plan-lead') && !isOver
  // Whoever reviews the record reads along; the team writes.
  const writes = mayIn(relations, 'family', 'plan-write')
  const [meaning, word] = meetingWords[meeting.state] ?? ['neutral', meeting.state]
  const until = meeting.endsAt ? ` to ${timeInWords(meeting.endsAt)}` : ''
  return (
    <FamilyFrame {...{ visit, family, relations }} current="plan" title={`Meeting on ${dayInWords(meeting.heldOn)}`}>
      <p class="govuk-body">
        <StatusPill meaning={meaning}>{word}</StatusPill>{' '}
        {`${timeInWords(meeting.startsAt)}${until}. ${meeting.place === '' ? 'The place is not settled.' : `At: ${meeting.place}.`}`}
        {meeting.isReview && ' It reviews the plan.'} {meeting.cancelledBecause}
      </p>
      <p class="govuk-body gt-no-print">
        {mayIn(relations, 'family', 'plan-paper') && (
          <>
            <a class="govuk-link" href={familyPaths.meetingPart(family.id, meeting.id, 'meeting.ics')}>
              Put it into your calendar
            </a>
            , without names.{' '}
          </>
        )}
        <a class="govuk-link" href={familyPaths.plan(family.id)}>
          The plan
        </a>
      </p>
      {leads && <Steps {...props} />}
      <People {...props} leads={leads} />
      <Children {...props} leads={leads} />
      <Items {...props} isOver={isOver || !writes} />
      <Actions {...props} isOver={isOver || !writes} />
      {meeting.minutes !== '' && (
        <Card title="What else stands in the minutes" id="minutes">
          <TypedWords words={meeting.minutes} />
        </Card>
      )}
    </FamilyFrame>
  )
}

function Steps({ visit, family, meeting }: Props): JSX.Element {
  const to = (part: 'start' | 'end' | 'edit' | 'cancel' | 'minutes') => familyPaths.meetingPart(family.id, meeting.id, part)
  return (
    <div class="govuk-button-group gt-no-print">
      {meeting.state === 'planned' && (
        <PostButton visit={visit} action={to('start')} text="Start the meeting" look="primary" fields={{ version: meeting.version }} />
      )}
      {meeting.state === 'live' && (
        <PostButton visit={visit} action={to('end')} text="End the meeting" look="primary" fields={{ version: meeting.version }} />
      )}
      {meeting.state === 'ended' && (
        <a class="govuk-button" href={to('minutes')}>
          Write and approve the minutes
        </a>
      )}
      {meeting.state === 'planned' && (
        <>
          <a class="govuk-link" href={to('edit')}>
            Change day, time or place
          </a>
          <a class="govuk-link" href={to('cancel')}>
            Call it off
          </a>
        </>
      )}
    </div>
  )
}

function People({ family, plan, meeting, leads }: Props & { readonly leads: boolean }): JSX.Element {
  const link = leads ? { text: 'Say who', href: familyPaths.meetingPart(family.id, meeting.id, 'people') } : undefined
  if (meeting.people.length === 0)
    return (
      <Card title="Who is asked" id="people" link={link}>
        <p class="govuk-body">Nobody is asked yet.</p>
      </Card>
    )
  return (
    <Card title="Who is asked, and who came" id="people" link={link} flush>
      <DataTable
        caption="Who is asked, and who came"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Who' }, { heading: 'Came' }, { heading: 'Report' }]}
        rows={meeting.people.map((one) => ({
          cells: [
            plan.who.nameOf(one),
            presenceWords[one.presence as keyof typeof presenceWords],
            one.hasReport ? 'Received' : one.relative ? 'Not asked for' : 'None received',
          ],
        }))}
      />
    </Card>
  )
}

function Children({ family, plan, meeting, leads }: Props & { readonly leads: boolean }): JSX.Element | null {
  const { children } = plan.who
  if (children.length === 0) return null
  const answers = plan.asked.filter(({ meeting: of }) => of === meeting.id)
  const { missing } = childrenAsked(children, answers)
  return (
    <Card
      title="How each child takes part"
      id="children"
      link={leads ? { text: 'Ask', href: familyPaths.childrenAsked(family.id, 'meeting', meeting.id) } : undefined}
    >
      <ul class="govuk-list">
        {children.map(({ id, name, isBorn }) => {
          const said = answers.find(({ relative }) => relative === id)
          const words = said
            ? `${childAnswerWords[said.answer]}${said.because === '' ? '' : `: ${said.because}`}`
            : isBorn
              ? 'Nothing written down yet'
              : 'Not born yet'
          return <li>{`${name}: ${words}`}</li>
        })}
      </ul>
      {missing > 0 && (
        <p class="gt-missing">{`Of ${missing} ${missing === 1 ? 'child' : 'children'} nobody wrote down how they take part.`}</p>
      )}
    </Card>
  )
}

function Items({ visit, family, me, relations, meeting, isOver }: Props & { readonly isOver: boolean }): JSX.Element {
  const writes = !isOver && meeting.state !== 'planned'
  return (
    <Card
      title="What it is about"
      id="items"
      link={isOver ? undefined : { text: 'Add an item', href: familyPaths.meetingPart(family.id, meeting.id, 'items') }}
    >
      {meeting.items.length === 0 && <p class="govuk-body">No items yet.</p>}
      {meeting.items.map((item, at) => (
        <section id={`item-${item.id}`} aria-labelledby={`title-${item.id}`}>
          <h3 class="govuk-heading-s" id={`title-${item.id}`}>{`${at + 1}. ${item.title}`}</h3>
          {meeting.notes
            .filter((note) => note.item === item.id)
            .map((note) => (
              <div>
                <TypedWords words={note.words} />
                <p class="govuk-body-s">
                  {note.by}{' '}
                  {writes && (note.enteredBy === me || relations.has('keeper')) && (
                    <a class="govuk-link gt-no-print" href={familyPaths.note(family.id, meeting.id, note.id)}>
                      Change this note
                    </a>
                  )}
                </p>
              </div>
            ))}
          {writes && (
            <p class="govuk-body-s gt-no-print">
              <a class="govuk-link" href={familyPaths.noteOf(family.id, meeting.id, item.id)}>
                {`Write a longer note on item ${at + 1}`}
              </a>
            </p>
          )}
          {writes && (
            <form class="gt-no-print" method="post" action={familyPaths.noteOf(family.id, meeting.id, item.id)} novalidate>
              <CsrfField visit={visit} />
              <Textarea id={`words-${item.id}`} name="words" label={{ text: `Note on item ${at + 1}` }} rows={2} value="" />
              <Button text="Save the note" preventDoubleClick classes="govuk-button--secondary" />
            </form>
          )}
        </section>
      ))}
    </Card>
  )
}

function Actions({ family, plan, meeting, isOver }: Props & { readonly isOver: boolean }): JSX.Element {
  const taken = plan.actions.filter(({ meeting: of }) => of === meeting.id)
  const mayTake = !isOver && meeting.state !== 'planned' && plan.needs.length > 0
  return (
    <Card
      title="Actions taken here"
      id="actions"
      link={mayTake ? { text: 'Take an action', href: familyPaths.meetingPart(family.id, meeting.id, 'actions') } : undefined}
    >
      {taken.length === 0 && <p class="govuk-body">None yet.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {taken.map((action) => (
          <li>
            <strong>{action.what}</strong>{' '}
            <StatusPill meaning={actionWords[action.standing][0]}>{actionWords[action.standing][1]}</StatusPill>
            <br />
            {`${plan.who.nameOf(action)}, by ${dayInWords(action.dueOn)}`}
          </li>
        ))}
      </ul>
    </Card>
  )
}

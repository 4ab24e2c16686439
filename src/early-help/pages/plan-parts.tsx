import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, timeInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { familyPaths } from '../paths.ts'
import { mayIn } from '../rules/access.ts'
import { classWords } from '../words/casework.ts'
import { editionWords, meetingWords, renewalWords } from '../words/plan.ts'
import type { PlanPageProps } from './plan-page.tsx'

type Props = PlanPageProps & { readonly leads: boolean }

/** Who is in the team, and beside each whether anything is open to them. */
export function Team({ family, plan, grants, leads }: Props): JSX.Element {
  const open = grants.filter(({ isOpen }) => isOpen)
  const reads = (person: string | undefined) => {
    if (person === undefined) return 'No account: reads nothing here'
    const classes = open.filter((grant) => grant.person === person).map((grant) => classWords[grant.class].toLowerCase())
    return classes.length === 0 ? 'Reads nothing' : `Reads: ${classes.join('; ')}`
  }
  const link = leads ? { text: 'Add somebody', href: familyPaths.newMember(family.id) } : undefined
  if (plan.who.team.length === 0)
    return (
      <Card title="The team" id="team" link={link}>
        <p class="govuk-body">Beside whoever leads, nobody is named here yet.</p>
      </Card>
    )
  return (
    <Card title="The team" id="team" link={link} flush>
      <DataTable
        caption="The team"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Who' },
          { heading: 'In this team' },
          { heading: 'Reached at' },
          ...(leads ? [{ heading: 'Access' }] : []),
          { heading: 'From and to' },
        ]}
        rows={plan.who.team.map((member) => ({
          cells: [
            `${member.name}, ${member.agency}`,
            member.role,
            member.contact === '' ? <span class="gt-missing">Not written down</span> : member.contact,
            ...(leads ? [reads(member.person)] : []),
            <>
              {`${dayInWords(member.startsOn)}${member.endsOn ? ` to ${dayInWords(member.endsOn)}` : ''} `}
              {leads && !member.endsOn && (
                <a class="govuk-link gt-no-print" href={familyPaths.endMember(family.id, member.id)}>
                  Leaves<span class="govuk-visually-hidden">{` the team: ${member.name}`}</span>
                </a>
              )}
            </>,
          ],
        }))}
      />
    </Card>
  )
}

/** Meetings of the team, the latest first. */
export function Meetings({ family, meetings, leads }: Props): JSX.Element {
  return (
    <Card
      title="Meetings"
      id="meetings"
      flush={meetings.length > 0}
      link={leads ? { text: 'Plan a meeting', href: familyPaths.newMeeting(family.id) } : undefined}
    >
      {meetings.length === 0 ? (
        <p class="govuk-body">No meeting was planned yet.</p>
      ) : (
        <DataTable
          caption="Meetings"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Day' }, { heading: 'Where' }, { heading: 'State' }]}
          rows={meetings.map(({ id, heldOn, startsAt, place, state, isReview }) => ({
            cells: [
              <a class="govuk-link" href={familyPaths.meeting(family.id, id)}>
                {`${dayInWords(heldOn)}, ${timeInWords(startsAt)}`}
              </a>,
              place === '' ? <span class="gt-missing">Not settled</span> : place,
              <>
                <StatusPill meaning={meetingWords[state]?.[0] ?? 'neutral'}>{meetingWords[state]?.[1] ?? state}</StatusPill>
                {isReview && ' Reviews the plan'}
              </>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

/** Reviews of the plan, the latest first. */
export function Reviews({ family, plan, leads }: Props): JSX.Element | null {
  if (!plan.latest) return null
  const { reviews, rule } = plan
  return (
    <Card
      title="Reviews"
      id="reviews"
      flush={reviews.length > 0}
      link={leads && plan.needs.length > 0 ? { text: 'Review the plan', href: familyPaths.newReview(family.id) } : undefined}
    >
      {reviews.length === 0 ? (
        <p class="govuk-body">{`Not reviewed yet. The first review is ${rule.firstReviewWeeks} weeks after the plan, each further one at most ${rule.nextReviewWeeks} weeks later (${rule.source}).`}</p>
      ) : (
        <DataTable
          caption="Reviews"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Held' }, { heading: 'The plan looked at' }, { heading: 'The family' }, { heading: 'Next due' }]}
          rows={reviews.map((review) => ({
            cells: [
              <a class="govuk-link" href={familyPaths.review(family.id, review.id)}>
                {dayInWords(review.heldOn)}
              </a>,
              `Version ${review.planNumber}`,
              renewalWords[review.agreementAnswer as keyof typeof renewalWords],
              dayInWords(review.nextDueOn),
            ],
          }))}
        />
      )}
    </Card>
  )
}

/** What was printed for whom, and what came back signed. */
export function Prints({ family, relations, plan, prints, leads }: Props): JSX.Element {
  return (
    <Card
      title="On paper"
      id="prints"
      flush={prints.length > 0}
      link={leads ? { text: 'Print for somebody', href: familyPaths.newPrint(family.id) } : undefined}
    >
      {prints.length === 0 ? (
        <p class="govuk-body">Nothing was printed yet. A print is made for one person, and recorded as given to them.</p>
      ) : (
        <DataTable
          caption="Prints of the plan"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'For' }, { heading: 'When' }, { heading: 'How' }, { heading: 'Signed copy' }]}
          rows={prints.map((print) => ({
            cells: [
              mayIn(relations, 'family', 'plan-paper') ? (
                <a class="govuk-link" href={familyPaths.print(family.id, print.id)}>
                  {plan.who.nameOf(print)}
                </a>
              ) : (
                plan.who.nameOf(print)
              ),
              <InstantText instant={print.enteredAt} />,
              `Version ${print.planNumber}. ${editionWords[print.edition as keyof typeof editionWords]}`,
              print.signedOn ? `Came back on ${dayInWords(print.signedOn)}` : 'Not back',
            ],
          }))}
        />
      )}
    </Card>
  )
}

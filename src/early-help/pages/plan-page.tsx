import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing, TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findMeetings, findPrints, findTeamDates, PlanView } from '../queries/plan.ts'
import type { AgreementRecord, findGrants } from '../queries/record.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn, readsOnly } from '../rules/access.ts'
import { childrenAsked, reviewDue } from '../rules/plan.ts'
import { standingWords } from '../words/casework.ts'
import { meetingWords } from '../words/plan.ts'
import { FamilyFrame } from './family-frame.tsx'
import { NeedCard } from './plan-needs.tsx'
import { Meetings, Prints, Reviews, Team } from './plan-parts.tsx'

interface Framed {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
}

/** What the page of a plan shows. */
export interface PlanPageProps extends Framed {
  readonly me: string
  readonly plan: PlanView
  readonly meetings: Awaited<ReturnType<typeof findMeetings>>
  readonly prints: Awaited<ReturnType<typeof findPrints>>
  readonly grants: Awaited<ReturnType<typeof findGrants>>
  /** The latest; undefined where the family was never asked. */
  readonly agreement: AgreementRecord | undefined
}

/** The plan of a family: what is next, what the family says, needs and what is done about them, the team, its meetings and reviews (E4). */
export function PlanPage(props: PlanPageProps): JSX.Element {
  const { visit, family, relations, plan } = props
  const leads = mayIn(relations, 'family', 'plan-lead') && !family.closedOn
  const { latest } = plan
  return (
    <FamilyFrame {...{ visit, family, relations }} current="plan" title="Plan and team">
      {leads && !latest && (
        <p class="gt-no-print">
          <a class="govuk-button" href={familyPaths.beginPlan(family.id)}>
            Begin the plan
          </a>
        </p>
      )}
      <Next {...props} />
      {latest ? (
        <>
          <Card
            title="What the family says"
            id="words"
            link={
              leads ? { text: latest.familyWords === '' ? 'Write it down' : 'Change', href: familyPaths.planWords(family.id) } : undefined
            }
          >
            {latest.familyWords === '' ? (
              <Missing>Nothing is written down in the family’s own words yet.</Missing>
            ) : (
              <TypedWords words={latest.familyWords} />
            )}
          </Card>
          {plan.needs.map((need) => (
            <NeedCard {...props} need={need} leads={leads} />
          ))}
          {leads && (
            <p class="gt-no-print">
              <a class="govuk-button govuk-button--secondary" href={familyPaths.newNeed(family.id)}>
                Enter a need
              </a>
            </p>
          )}
        </>
      ) : (
        <EmptyState title="There is no plan yet" text="Whoever leads begins it once it is agreed with the family." />
      )}
      <Team {...props} leads={leads} />
      <Meetings {...props} leads={leads} />
      <Reviews {...props} leads={leads} />
      {latest && <Prints {...props} leads={leads} />}
    </FamilyFrame>
  )
}

function Next({ visit, family, relations, plan, meetings, agreement }: PlanPageProps): JSX.Element {
  const due = reviewDue({ agreedOn: plan.latest?.agreedOn, lastNextDueOn: plan.reviews[0]?.nextDueOn }, plan.rule)
  const meeting = meetings.filter(({ state }) => state === 'planned' || state === 'live').at(-1)
  const children = plan.who.children
  const asked =
    plan.latest &&
    childrenAsked(
      children,
      plan.asked.filter(({ plan: of }) => of === plan.latest?.id),
    )
  const mayAsk = mayIn(relations, 'family', 'plan-lead') && !family.closedOn
  const isLate = due !== undefined && Temporal.PlainDate.compare(visit.today, due) > 0
  return (
    <Card
      title="Next"
      id="next"
      link={
        plan.latest && mayIn(relations, 'family', 'plan-paper') ? { text: 'Our page', href: familyPaths.ownWords(family.id) } : undefined
      }
    >
      <KeyFacts
        facts={[
          ...(plan.latest
            ? [{ label: 'The plan', value: `Version ${plan.latest.number}, agreed on ${dayInWords(plan.latest.agreedOn)}` }]
            : []),
          {
            label: 'Review',
            value: due ? (
              <>
                {`Due on ${dayInWords(due)} `}
                {isLate && <StatusPill meaning="bad">Overdue</StatusPill>}
              </>
            ) : (
              'Not due: there is no plan yet'
            ),
          },
          {
            label: 'Meeting',
            value: meeting ? (
              <a class="govuk-link" href={familyPaths.meeting(family.id, meeting.id)}>
                {dayInWords(meeting.heldOn)}
              </a>
            ) : (
              <Missing>None is planned</Missing>
            ),
          },
          // Of agreements whoever supervises or opened it in an emergency reads nothing, which is not that nobody was asked.
          ...(agreement === undefined && readsOnly(relations)
            ? []
            : [
                {
                  label: 'Agreement',
                  value: agreement ? (
                    <StatusPill meaning={standingWords[agreement.standing][0]}>{standingWords[agreement.standing][1]}</StatusPill>
                  ) : (
                    <Missing>The family has not been asked</Missing>
                  ),
                },
              ]),
          ...(asked && plan.latest && children.length > 0
            ? [
                {
                  label: 'Children asked',
                  value: `${asked.asked} asked, ${asked.notAsked} not asked with a reason, ${asked.missing} not written down yet`,
                  ...(mayAsk ? { change: { href: familyPaths.childrenAsked(family.id, 'plan', plan.latest.id), text: 'Ask' } } : {}),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** What stands there for whoever may list the family and not read its plan: days, and nothing else. */
export function ClosedPlanPage(props: Framed & { readonly dates: Awaited<ReturnType<typeof findTeamDates>> }): JSX.Element {
  const { visit, family, relations, dates } = props
  const kinds: Readonly<Record<string, string>> = { meeting: 'Meeting', review: 'Review held', 'next-review': 'Next review due' }
  return (
    <FamilyFrame {...{ visit, family, relations }} current="plan" title="Plan and team">
      <p class="govuk-body">
        The plan is not open to you. Whoever leads, and those of the team for whom the family agreed to it, read it. You see the days on
        which something happens.
      </p>
      {dates.length === 0 ? (
        <EmptyState title="No days yet" text="No meeting is planned, and no review has been held." />
      ) : (
        <DataTable
          caption="Days"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Day' }, { heading: 'What' }, { heading: 'State' }]}
          rows={dates.map(({ heldOn, kind, state }) => ({
            cells: [dayInWords(heldOn), kinds[kind] ?? kind, meetingWords[state]?.[1] ?? (state === 'held' ? 'Held' : 'Due')],
          }))}
        />
      )}
    </FamilyFrame>
  )
}

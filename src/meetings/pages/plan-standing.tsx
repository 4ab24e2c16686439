import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { PlanItem } from '../queries/plan.ts'
import type { StandingGap } from '../rules/standing-places.ts'
import { dueInWords, gapInWords, unplacedWords } from '../words/standing.ts'

/** What the terms ask for that is not where it is due, for the clerk: one button puts it there. */
export function StandingNotice(props: {
  readonly visit: Visit
  readonly slug: string
  readonly unplaced: number
  readonly gaps: readonly StandingGap[]
}): JSX.Element | null {
  const { visit, slug, unplaced, gaps } = props
  if (unplaced === 0 && gaps.length === 0) return null
  return (
    <Card title="What the terms ask for" id="standing">
      {unplaced > 0 && (
        <>
          <p class="govuk-body">{unplacedWords(unplaced)}</p>
          <PostButton visit={visit} action={meetingPaths.placeStanding(slug)} text="Place standing items now" />
        </>
      )}
      {gaps.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {gaps.map((gap) => (
            <li>{gapInWords(gap)}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Standing items that were due and that no meeting took. */
export function MissedItems(props: { readonly slug: string; readonly items: readonly PlanItem[] }): JSX.Element | null {
  const { slug, items } = props
  if (items.length === 0) return null
  return (
    <Card
      title="Standing items that were missed"
      id="missed"
      lead="The terms asked for them, and no agenda had them. Move each to another meeting, or leave it out with the reason."
    >
      <ul class="govuk-list gt-rows">
        {items.map((item) => {
          const day = item.heldOn
          return (
            <li>
              <span>
                <a class="govuk-link" href={meetingPaths.planItem(slug, item.id)}>
                  {item.title}
                  {day && <span class="govuk-visually-hidden">, {weekdayInWords(day)}</span>}
                </a>
                <br />
                <span class="govuk-hint">{[dueInWords(item), day ? weekdayInWords(day) : 'in no meeting'].join(' · ')}</span>
              </span>
              <StatusPill meaning="bad">Missed</StatusPill>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** What stands on every agenda, in one row. */
export function EachMeeting({ slug, items }: { readonly slug: string; readonly items: readonly PlanItem[] }): JSX.Element | null {
  if (items.length === 0) return null
  return (
    <p class="govuk-hint gt-plan-each">
      At each meeting:{' '}
      {items.map((item, index) => (
        <>
          {index > 0 && ' · '}
          <a class="govuk-link" href={meetingPaths.planItem(slug, item.id)}>
            {item.title}
          </a>
        </>
      ))}
    </p>
  )
}

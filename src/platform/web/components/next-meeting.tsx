import type { JSX } from 'hono/jsx/jsx-runtime'
import { monthName, shortWeekday } from '#platform/time/words.ts'
import type { PageLink } from '../page.tsx'
import { DateText } from './date-text.tsx'

/** The next meeting of a body or of a person. */
export interface NextMeetingProps {
  /** For example 'Next meeting, in 2 days'. */
  readonly heading: string
  readonly title: string
  readonly day: Temporal.PlainDate
  /** For example '2pm to 4pm'; undefined when the time is not fixed yet. */
  readonly times?: string | undefined
  readonly place?: string | undefined
  readonly facts?: readonly { readonly label: string; readonly value: string }[] | undefined
  readonly button?: PageLink | undefined
  readonly links?: readonly PageLink[] | undefined
}

/** The one dark card: when and where the next meeting is, and how to prepare for it. */
export function NextMeeting({ heading, title, day, times, place, facts = [], button, links = [] }: NextMeetingProps): JSX.Element {
  return (
    <section class="gt-meeting" aria-labelledby="next-meeting">
      <h2 class="gt-meeting__heading" id="next-meeting">
        {heading}
      </h2>
      <div class="gt-meeting__top">
        <Leaf day={day} />
        <p>
          <strong>{title}</strong>
          <DateText day={day} />
          {times && `, ${times}`}
          {place && (
            <>
              <br />
              {place}
            </>
          )}
        </p>
      </div>
      {facts.length > 0 && (
        <dl class="gt-meeting__facts">
          {facts.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {button && (
        <a class="gt-meeting__button" href={button.href}>
          {button.text}
        </a>
      )}
      {links.length > 0 && (
        <ul class="gt-meeting__links">
          {links.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A leaf of a calendar; hidden from screen readers, because the words beside it say the same. */
function Leaf({ day }: { readonly day: Temporal.PlainDate }): JSX.Element {
  return (
    <div class="gt-leaf" aria-hidden="true">
      <b>{monthName(day)}</b>
      <span>{day.day}</span>
      <i>{shortWeekday(day)}</i>
    </div>
  )
}

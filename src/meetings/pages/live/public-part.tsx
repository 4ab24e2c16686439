import type { JSX } from 'hono/jsx/jsx-runtime'
import { timeInWords, weekdayInWords } from '#platform/time/words.ts'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { meetingPaths } from '../../paths.ts'
import type { PublicView } from '../../queries/live/public-view.ts'
import { clockTime } from '../../words/live.ts'

/** What everybody may follow of a meeting. */
export function PublicPart({ meeting, view }: { readonly meeting: string; readonly view: PublicView }): JSX.Element {
  const words = titleWords(view)
  return (
    <>
      <section class="gt-live-now" aria-labelledby="live-now">
        <p class="gt-live-now__state">
          <State view={view} />
        </p>
        <h2 class="gt-live-now__title" id="live-now">
          {view.item && <span class="gt-live-now__number">Item {view.item.number}</span>} {words}
        </h2>
        <p class="govuk-visually-hidden" id="announce-item" data-announce={view.item ? `Now: item ${view.item.number}, ${words}` : words} />
        {view.item && <p>Since {clockTime(view.item.since)}.</p>}
        {view.isPrivate && <p>The press and the public are out of the room. The page goes on by itself when the public part does.</p>}
      </section>
      {view.items.length > 0 && (
        <section aria-labelledby="live-items">
          <h2 class="gt-section-title" id="live-items">
            Agenda
          </h2>
          <ol class="gt-live-list">
            {view.items.map((item) => (
              <li
                class={`gt-live-line-item${item.state === 'on' ? ' gt-live-line-item--on' : ''}`}
                aria-current={item.state === 'on' ? 'step' : undefined}
              >
                <div class="gt-live-line-item__words">
                  <p class="gt-live-line-item__title">
                    <span class="gt-live-line-item__number">{item.number}</span> {item.title}
                  </p>
                  <p class="gt-live-line-item__facts">
                    {item.state === 'on' && <StatusPill meaning="information">On now</StatusPill>}
                    {item.state === 'taken' && <StatusPill meaning="good">Taken</StatusPill>}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p>
        <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
          Agenda and papers of this meeting
        </a>
      </p>
    </>
  )
}

function titleWords({ state, isPrivate, item, heldOn, startsAt }: PublicView): string {
  if (isPrivate) return 'The meeting is in private session'
  if (item) return item.title
  if (state === 'in_progress') return 'No item is on'
  if (state === 'called' || state === 'planned')
    return `Starts on ${weekdayInWords(heldOn)}${startsAt ? ` at ${timeInWords(startsAt)}` : ''}`
  return state === 'ended' ? 'The meeting is over' : 'The meeting is not being held'
}

function State({ view }: { readonly view: PublicView }): JSX.Element {
  if (view.state === 'in_progress') return <StatusPill meaning="good">In progress</StatusPill>
  if (view.state === 'ended') return <StatusPill meaning="neutral">The meeting has ended</StatusPill>
  if (view.state === 'called' || view.state === 'planned') return <StatusPill meaning="draft">Not begun yet</StatusPill>
  return <StatusPill meaning="neutral">Not held</StatusPill>
}

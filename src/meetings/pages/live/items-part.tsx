import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths, meetingPaths } from '../../paths.ts'
import type { ItemLine, ItemsView } from '../../queries/live/items-view.ts'
import { clockTime } from '../../words/live.ts'
import { LiveLine } from './live-fields.tsx'
import { LiveButton, LiveForm } from './live-form.tsx'

/** What the part of items is told. */
export interface ItemsPartProps {
  readonly visit: Visit
  readonly meeting: string
  readonly view: ItemsView
  readonly keeps: boolean
  form(id: string): FormState
}

/** The agenda as the meeting goes through it; any item can be taken at any time. */
export function ItemsPart(props: ItemsPartProps): JSX.Element {
  const { view, keeps } = props
  return (
    <section aria-labelledby="live-items">
      <h2 class="gt-section-title" id="live-items">
        Items
      </h2>
      {view.order.length > 0 && <p>Taken in this order: {view.order.join(', ')}. The numbers stay as printed.</p>}
      {view.items.length === 0 ? (
        <p class="gt-quiet">The agenda has no items.</p>
      ) : (
        <ol class="gt-live-list">
          {view.items.map((item) => (
            <Item {...props} item={item} />
          ))}
        </ol>
      )}
      {keeps && view.state === 'in_progress' && view.items.some(({ state }) => state === 'on') && (
        <LiveButton
          visit={props.visit}
          id="take-"
          action={livePaths.act(props.meeting, 'item')}
          problems={props.form('take-').problems}
          text="Pause: no item is on"
          look="quiet"
        />
      )}
    </section>
  )
}

function Item(props: ItemsPartProps & { readonly item: ItemLine }): JSX.Element {
  const { visit, meeting, view, keeps, item } = props
  const isOn = item.state === 'on'
  return (
    <li
      class={`gt-live-line-item${isOn ? ' gt-live-line-item--on' : ''}`}
      id={`item-${item.id}`}
      tabindex={-1}
      aria-current={isOn ? 'step' : undefined}
    >
      <div class="gt-live-line-item__words">
        <p class="gt-live-line-item__title">
          <span class="gt-live-line-item__number">{item.number}</span>{' '}
          <a class="govuk-link" href={meetingPaths.item(meeting, item.id)}>
            {item.title}
          </a>
        </p>
        <p class="gt-live-line-item__facts">
          {isOn && <StatusPill meaning="information">On now</StatusPill>}
          {item.state === 'taken' && item.takenAt && <StatusPill meaning="good">{`Taken at ${clockTime(item.takenAt)}`}</StatusPill>}
          {item.category !== 'public' && <StatusPill meaning="exempt">Private</StatusPill>}
          <span>{timeWords(item)}</span>
        </p>
      </div>
      {keeps && view.state === 'in_progress' && !isOn && props.form(`take-${item.id}`).error('withoutResolution') !== undefined && (
        <TakeWithout {...props} />
      )}
      {keeps && view.state === 'in_progress' && !isOn && props.form(`take-${item.id}`).error('withoutResolution') === undefined && (
        <LiveButton
          visit={visit}
          id={`take-${item.id}`}
          action={livePaths.act(meeting, 'item')}
          fields={{ item: item.id }}
          problems={props.form(`take-${item.id}`).problems}
          label={`Item ${item.number} taken`}
          text={item.state === 'taken' ? 'Take it again' : 'Take it now'}
          about={`item ${item.number}`}
        />
      )}
      {keeps && <Minutes {...props} />}
    </li>
  )
}

/** An exempt item that no resolution covers: the clerk was warned, and says why it is taken all the same. */
function TakeWithout({ visit, meeting, item, form }: ItemsPartProps & { readonly item: ItemLine }): JSX.Element {
  const id = `take-${item.id}`
  return (
    <LiveForm visit={visit} id={id} class="gt-live-fields" action={livePaths.act(meeting, 'item')} fields={{ item: item.id }}>
      <LiveLine form={id} state={form(id)} name="withoutResolution" label={`Why is item ${item.number} taken without a resolution?`} />
      <button type="submit" class="gt-live-button gt-live-button--secondary">
        Take item {item.number} without a resolution
      </button>
    </LiveForm>
  )
}

function timeWords({ minutes, used, state }: ItemLine): string {
  const planned = minutes === 0 ? '' : `${minutes} min set aside`
  // While it is on, the timer above says it to the second.
  const spent = state !== 'taken' ? '' : used === 0 ? 'less than a minute used' : `${used} min used`
  return [planned, spent].filter((words) => words !== '').join(', ')
}

function Minutes({ visit, meeting, item, form }: ItemsPartProps & { readonly item: ItemLine }): JSX.Element {
  const id = `minutes-${item.id}`
  const refused = form(id)
  const state = refused.problems.length > 0 ? refused : { ...refused, value: () => (item.minutes === 0 ? '' : String(item.minutes)) }
  return (
    <details class="gt-live-more" id={`${id}-more`} open={refused.problems.length > 0}>
      <summary>
        Set the time<span class="govuk-visually-hidden"> of item {item.number}</span>
      </summary>
      <LiveForm visit={visit} id={id} action={livePaths.act(meeting, 'minutes')} fields={{ item: item.id }} problems={refused.problems}>
        <LiveLine form={id} state={state} name="minutes" label="Minutes set aside" hint="Blank: none." short />
        <button type="submit" class="gt-live-button gt-live-button--secondary">
          Keep<span class="govuk-visually-hidden"> the time of item {item.number}</span>
        </button>
      </LiveForm>
    </details>
  )
}

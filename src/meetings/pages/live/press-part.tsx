import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { DrawnField, type FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { emptyForm } from '#platform/web/forms.ts'
import { livePaths } from '../../paths.ts'
import type { PressNow } from '../../queries/live/now-view.ts'
import { clockTime } from '../../words/live.ts'
import { paperBoxes } from '../exclusion-fields.ts'
import { LiveButton, LiveForm } from './live-form.tsx'
import type { NowPartProps } from './now-part.tsx'

/** Whether the press and the public are in the room, and the resolution that excludes them (M3). */
export function PressPart(props: NowPartProps & { readonly press: PressNow }): JSX.Element {
  const { visit, meeting, press, keeps } = props
  const back = props.form('return')
  return (
    <div class="gt-live-chair" id="live-press">
      {press.outSince ? (
        <p>
          <StatusPill meaning="exempt">The public is out</StatusPill> Since {clockTime(press.outSince)}, by resolution for
          {` ${press.outFor}`}.
        </p>
      ) : (
        <p>
          <strong>Press and public:</strong> in the room.
          {press.nextWaits && ' The next item is exempt: a resolution to exclude them comes first.'}
        </p>
      )}
      {keeps && press.outSince && (
        <LiveButton
          visit={visit}
          id="return"
          action={livePaths.act(meeting, 'return')}
          problems={back.problems}
          text="The public has come back"
          look="secondary"
        />
      )}
      {keeps && !press.outSince && <ExcludeForm {...props} />}
    </div>
  )
}

function ExcludeForm({ visit, meeting, press, view, form }: NowPartProps & { readonly press: PressNow }): JSX.Element {
  const typed = form('exclude')
  const isFresh = typed.problems.length === 0
  const state = isFresh ? emptyForm({ items: press.uncovered.map(({ value }) => value), method: 'agreed' }) : typed
  return (
    <details class="gt-live-more" id="exclude-more" open={!isFresh || press.nextWaits}>
      <summary>Exclude the press and public</summary>
      <LiveForm
        visit={visit}
        id="exclude"
        class="gt-live-fields"
        action={livePaths.act(meeting, 'exclude')}
        problems={typed.problems}
        label="Resolution to exclude the public"
      >
        {fieldsOf(press, view.chairOffers).map((field) => (
          <DrawnField field={{ ...field, id: `${field.name}-exclude` }} form={state} />
        ))}
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Resolved: the public leaves now
        </button>
      </LiveForm>
    </details>
  )
}

function fieldsOf(press: PressNow, people: readonly { readonly value: string; readonly text: string }[]): readonly FieldSpec[] {
  const count = (name: string, label: string): FieldSpec => ({ kind: 'short', name, label })
  return [
    ...(press.uncovered.length === 0
      ? []
      : [{ kind: 'boxes', name: 'items', label: 'For which items?', options: press.uncovered } as const]),
    ...paperBoxes(press.papers),
    { kind: 'select', name: 'mover', label: 'Proposed by', options: people },
    { kind: 'select', name: 'seconder', label: 'Seconded by', options: people },
    {
      kind: 'radios',
      name: 'method',
      label: 'How was it decided?',
      options: [
        { value: 'agreed', text: 'Agreed without a vote' },
        { value: 'vote', text: 'By a vote, which is counted below' },
      ],
    },
    count('votesFor', 'For'),
    count('votesAgainst', 'Against'),
    count('abstained', 'Abstained'),
  ]
}

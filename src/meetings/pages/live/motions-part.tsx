import type { JSX } from 'hono/jsx/jsx-runtime'
import { DrawnField, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths } from '../../paths.ts'
import type { MotionsView } from '../../queries/live/motions-view.ts'
import { decisionMatters, decisionTypes } from '../../rules/decision.ts'
import { decisionTypeWords, matterWords } from '../../words/decision.ts'
import { LiveForm } from './live-form.tsx'
import { MotionCard } from './motion-card.tsx'

/** What the part of motions is told. */
export interface MotionsPartProps {
  readonly visit: Visit
  readonly meeting: string
  readonly view: MotionsView
  /** Whether whoever looks keeps the record. */
  readonly keeps: boolean
  /** A form as it stands: what was typed where it was refused. */
  form(id: string): FormState
  /** The id of the form that was refused; undefined for none. */
  readonly refused: string | undefined
}

/** Motions and votes: what is before the meeting, how each can be settled, one's own vote, and what came of it (G9, M8). */
export function MotionsPart(props: MotionsPartProps): JSX.Element {
  const { view } = props
  return (
    <section aria-labelledby="live-motions">
      <h2 class="gt-section-title" id="live-motions">
        Motions and votes
      </h2>
      {view.motions.length === 0 && <p class="gt-quiet">No motion is before the meeting.</p>}
      {view.motions.map((motion) => (
        <MotionCard {...props} motion={motion} />
      ))}
      {view.form && <PutForm {...props} form={view.form} state={props.form('motion-put')} />}
    </section>
  )
}

/** The form of a new motion. */
function PutForm({
  visit,
  meeting,
  form,
  state,
}: {
  readonly visit: Visit
  readonly meeting: string
  readonly form: NonNullable<MotionsView['form']>
  readonly state: FormState
}): JSX.Element {
  return (
    <details class="gt-live-more" open={state.problems.length > 0}>
      <summary>Put a motion</summary>
      <LiveForm
        visit={visit}
        id="motion-put"
        class="gt-live-fields"
        action={livePaths.act(meeting, 'motions/put')}
        problems={state.problems}
      >
        {putFields(form).map((field) => (
          <DrawnField field={{ ...field, id: `${field.name}-motion-put` }} form={state} />
        ))}
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Put the motion
        </button>
      </LiveForm>
    </details>
  )
}

function putFields({ items, functions, movers, parents, bodies }: NonNullable<MotionsView['form']>): readonly FieldSpec[] {
  const named = parents.length === 0 ? '' : ` The terms name ${parents.join(', ')}`
  return [
    { kind: 'select', name: 'item', label: 'Item', options: items },
    ...(bodies.length > 0 ? [{ kind: 'select' as const, name: 'ofBody', label: 'Whose decision would it be?', options: bodies }] : []),
    { kind: 'lines', name: 'text', label: 'Words of the motion', hint: 'As they would stand in the minutes: ‘That the board …’', rows: 3 },
    { kind: 'select', name: 'type', label: 'It would', options: optionsOf(decisionTypeWords, decisionTypes) },
    { kind: 'radios', name: 'matter', label: 'Does it touch policy or resources?', options: optionsOf(matterWords, decisionMatters) },
    { kind: 'tick', name: 'commitsMoney', label: 'It commits money' },
    ...(functions.length > 0
      ? [{ kind: 'select' as const, name: 'functionKey', label: 'Function of the terms it uses', options: functions, none: 'None of them' }]
      : []),
    { kind: 'line', name: 'referredTo', label: 'Body that it goes to', hint: `For a recommendation or a referral.${named}` },
    { kind: 'select', name: 'proposer', label: 'Put by', options: movers, none: 'Nobody named' },
    { kind: 'select', name: 'seconder', label: 'Seconded by', options: movers, none: 'Nobody named' },
  ]
}

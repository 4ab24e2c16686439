import type { JSX } from 'hono/jsx/jsx-runtime'
import { DrawnField, type FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { Children } from '#platform/web/render.ts'
import { livePaths } from '../../paths.ts'
import type { WayView } from '../../queries/live/motions-view.ts'
import { motionName, motionProblemWords, wayWords } from '../../words/motion.ts'
import { LiveButton, LiveForm } from './live-form.tsx'
import type { MotionCardProps } from './motion-card.tsx'

/** A form about one motion that folds out. */
function MotionForm({
  props,
  act,
  summary,
  submit,
  fields,
  isOpen = false,
  children,
}: {
  readonly props: MotionCardProps
  /** Last part of the address, and the beginning of the form's id. */
  readonly act: string
  readonly summary: string
  readonly submit: string
  readonly fields: readonly FieldSpec[]
  readonly isOpen?: boolean
  readonly children?: Children
}): JSX.Element {
  const { visit, meeting, motion: view } = props
  const id = `${act}-${view.motion.id}`
  const form = props.form(id)
  return (
    <details class="gt-live-more" open={isOpen || form.problems.length > 0}>
      <summary>
        {summary}
        <span class="govuk-visually-hidden">, {motionName(view.motion).toLowerCase()}</span>
      </summary>
      <LiveForm
        visit={visit}
        id={id}
        class="gt-live-fields"
        action={livePaths.act(meeting, `motions/${act}`)}
        fields={{ motion: view.motion.id }}
        problems={form.problems}
      >
        {children}
        {fields.map((field) => (
          <DrawnField field={{ ...field, id: `${field.name}-${id}` }} form={form} />
        ))}
        <button type="submit" class="gt-live-button gt-live-button--primary">
          {submit}
        </button>
      </LiveForm>
    </details>
  )
}

const minority: FieldSpec = {
  kind: 'lines',
  name: 'minorityView',
  label: 'Minority view',
  hint: 'In the words of those who did not agree; leave empty where there is none',
  rows: 2,
}
const asAmended: FieldSpec = { kind: 'lines', name: 'amendedText', label: 'Words of the motion as amended', rows: 3 }

/** The ways of settling a motion; where the terms are against all of them, where the matter can go instead. */
export function WayForms(props: MotionCardProps): JSX.Element {
  const { ways, offers } = props.motion
  const closed = ways.filter(({ refusals }) => refusals.length > 0)
  const open = ways.filter(({ refusals }) => refusals.length === 0)
  const sentences = [...new Set(closed.flatMap(({ refusals }) => refusals.map(sentenceOf)))]
  return (
    <>
      {open.map((way) => (
        <Way props={props} way={way} />
      ))}
      {sentences.length > 0 && (
        <div class="gt-live-reasons">
          <p>
            <strong>
              {open.length === 0
                ? 'This cannot be decided here and now:'
                : `Not open: ${closed.map(({ method }) => wayWords[method].toLowerCase()).join(', ')}.`}
            </strong>
          </p>
          <ul>
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {offers.map((to) => (
        <Upward props={props} to={to} />
      ))}
      {open.every(({ method }) => method !== 'consensus') && <ConsensusForm props={props} onlyWords />}
    </>
  )
}

function sentenceOf({ code, offers, detail }: WayView['refusals'][number]): string {
  const said = motionProblemWords({ field: '', code, details: { offers: offers.join(' or '), detail } }) ?? 'The rules do not allow this'
  return said.endsWith('.') ? said : `${said}.`
}

function Way({ props, way }: { readonly props: MotionCardProps; readonly way: WayView }): JSX.Element {
  if (way.method === 'consensus') return <ConsensusForm props={props} onlyWords={false} />
  if (way.method === 'recorded_vote') return <OpenButton {...props} />
  const { rights } = props.motion
  const count = (name: string, label: string): FieldSpec => ({ kind: 'short', name, label })
  const fields = [count('votesFor', 'For'), count('votesAgainst', 'Against'), count('abstained', 'Abstained'), minority]
  return (
    <MotionForm props={props} act="hands" summary="Show of hands" submit="Keep the count" fields={fields}>
      <p>
        {rights} with a vote {rights === 1 ? 'is' : 'are'} in the room.
      </p>
    </MotionForm>
  )
}

function OpenButton(props: MotionCardProps): JSX.Element {
  const { visit, meeting, motion: view } = props
  const id = `open-${view.motion.id}`
  return (
    <LiveButton
      visit={visit}
      id={id}
      action={livePaths.act(meeting, 'motions/open')}
      fields={{ motion: view.motion.id }}
      problems={props.form(id).problems}
      text="Open a recorded vote"
      about={`on ${motionName(view.motion).toLowerCase()}`}
    />
  )
}

/** Consensus in words; where it cannot settle the motion, only that it was sought is kept. */
function ConsensusForm({ props, onlyWords }: { readonly props: MotionCardProps; readonly onlyWords: boolean }): JSX.Element {
  const { isAmendment } = props.motion.motion
  const options = [
    ...(onlyWords ? [] : [{ value: 'yes', text: 'Yes: it is decided' }]),
    { value: 'no', text: 'No: it was sought and not found' },
  ]
  const fields: readonly FieldSpec[] = [
    { kind: 'radios', name: 'found', label: 'Was there consensus?', options },
    { kind: 'lines', name: 'words', label: 'What was said', hint: 'A sentence for the minutes', rows: 2 },
    ...(isAmendment && !onlyWords ? [asAmended] : []),
    ...(onlyWords ? [] : [minority]),
  ]
  return <MotionForm props={props} act="consensus" summary="Consensus" submit="Keep this" fields={fields} />
}

/** One tap to send the matter to a body that may decide it. */
function Upward({ props, to }: { readonly props: MotionCardProps; readonly to: string }): JSX.Element {
  const { visit, meeting, motion: view } = props
  const { motion } = view
  const turned = motion.referredTo === to ? motion.type : undefined
  return (
    <div class="gt-live-buttons">
      {(['recommend', 'refer'] as const)
        .filter((type) => type !== turned)
        .map((type) => {
          const id = `upward-${type}-${to.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${motion.id}`
          return (
            <LiveButton
              visit={visit}
              id={id}
              action={livePaths.act(meeting, 'motions/upward')}
              fields={{ motion: motion.id, type, to }}
              problems={props.form(id).problems}
              text={`${type === 'recommend' ? 'Recommend' : 'Refer'} it to ${to}`}
              about={`instead of deciding ${motionName(view.motion).toLowerCase()}`}
            />
          )
        })}
    </div>
  )
}

/** The form of an amendment. */
export function PutAmendment(props: MotionCardProps): JSX.Element {
  const movers = props.view.form?.movers ?? []
  const fields: readonly FieldSpec[] = [
    { kind: 'lines', name: 'text', label: 'The amendment', hint: 'For example: replace ‘a year’ by ‘six months’', rows: 2 },
    { kind: 'select', name: 'proposer', label: 'Put by', options: movers, none: 'Nobody named' },
    { kind: 'select', name: 'seconder', label: 'Seconded by', options: movers, none: 'Nobody named' },
  ]
  return <MotionForm props={props} act="amend" summary="Put an amendment" submit="Put the amendment" fields={fields} />
}

/** The chair's casting vote, a record of its own. */
export function CastingForm(props: MotionCardProps): JSX.Element {
  const options = [
    { value: 'for', text: 'For: the motion is carried' },
    { value: 'against', text: 'Against: the motion falls' },
    { value: 'unused', text: 'The chair does not use it: the motion falls' },
  ]
  const field: FieldSpec = { kind: 'radios', name: 'casting', label: 'How does the chair use the casting vote?', options }
  return (
    <MotionForm props={props} act="casting" summary="Casting vote of the chair" submit="Keep the casting vote" fields={[field]} isOpen />
  )
}

/** The words of the motion after a carried amendment. */
export function WordsAsAmended(props: MotionCardProps): JSX.Element {
  return (
    <MotionForm
      props={props}
      act="amended"
      summary="The amendment is carried: enter the words"
      submit="Keep the words"
      fields={[asAmended]}
      isOpen
    />
  )
}

/** The view of those who did not agree, while the meeting runs. */
export function MinorityForm(props: MotionCardProps): JSX.Element {
  const has = props.motion.motion.minorityView !== ''
  return (
    <MotionForm
      props={props}
      act="minority"
      summary={has ? 'Change the minority view' : 'Add a minority view'}
      submit="Keep the view"
      fields={[{ ...minority, hint: 'In the words of those who did not agree' }]}
    />
  )
}

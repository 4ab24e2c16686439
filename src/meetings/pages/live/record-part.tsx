import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths, recordPaths } from '../../paths.ts'
import type { NoteLine, RecordView } from '../../queries/live/record-view.ts'
import { decisionMatters, decisionTypes } from '../../rules/decision.ts'
import { decidedWords, decisionTypeWords, matterWords } from '../../words/decision.ts'
import { clockTime } from '../../words/live.ts'
import { LiveArea, LiveLine, LiveSelect, LiveTick } from './live-fields.tsx'
import { LiveButton, LiveForm } from './live-form.tsx'

/** What the part of the record is told. */
export interface RecordPartProps {
  readonly visit: Visit
  readonly meeting: string
  readonly view: RecordView
  readonly keeps: boolean
  form(id: string): FormState
}

/** What is written down while it is said, once: decisions and actions go from here into the minutes. */
export function RecordPart(props: RecordPartProps): JSX.Element {
  const { view, keeps } = props
  const writes = keeps && view.state === 'in_progress'
  return (
    <section aria-labelledby="live-record">
      <h2 class="gt-section-title" id="live-record">
        Record
      </h2>
      {writes && <NoteForm {...props} />}
      <Decisions view={view} />
      {writes && <DecisionForm {...props} />}
      <Actions view={view} />
      {writes && <ActionForm {...props} />}
      <Views view={view} />
      {writes && view.absent.length > 0 && <ViewForm {...props} />}
      {keeps && view.notes.length > 0 && <Notes {...props} />}
    </section>
  )
}

function NoteForm({ visit, meeting, view, form }: RecordPartProps): JSX.Element {
  const state = form('note')
  return (
    <LiveForm visit={visit} id="note" class="gt-live-card" action={livePaths.act(meeting, 'note')} problems={state.problems} label="Note">
      <LiveSelect form="note" state={state} name="item" label="Item" offers={view.items} />
      <LiveArea form="note" state={state} name="text" label="What is said" hint="Only those who prepare the minutes see it." />
      <button type="submit" class="gt-live-button gt-live-button--primary">
        Keep the note
      </button>
    </LiveForm>
  )
}

function Decisions({ view }: { readonly view: RecordView }): JSX.Element {
  return (
    <>
      <h3 class="gt-live-sub">Decisions</h3>
      {view.decisions.length === 0 ? (
        <p class="gt-quiet">None yet.</p>
      ) : (
        <ul class="gt-live-list">
          {view.decisions.map(({ id, number, type, text, ofBody }) => (
            <li class="gt-live-entry">
              <a class="govuk-link" href={recordPaths.decision(id)}>
                {number === '' ? 'Decision' : `Decision ${number}`}
              </a>
              {ofBody !== '' && ` of ${ofBody}`}: <strong>{decidedWords[type as keyof typeof decidedWords] ?? type}.</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function DecisionForm({ visit, meeting, view, form }: RecordPartProps): JSX.Element {
  const state = form('decision')
  const field = { form: 'decision', state }
  const action = livePaths.act(meeting, 'decision')
  return (
    <details class="gt-live-more" id="decision-more" open={state.problems.length > 0}>
      <summary>Record a decision reached without a vote</summary>
      <LiveForm visit={visit} id="decision" class="gt-live-card" action={action} problems={state.problems} label="Decision">
        <LiveSelect {...field} name="item" label="Item" offers={view.items} none="None" />
        {view.bodies.length > 0 && <LiveSelect {...field} name="ofBody" label="Whose decision is it?" offers={view.bodies} />}
        <LiveSelect
          {...field}
          name="type"
          label="What did the meeting do?"
          offers={decisionTypes.map((value) => ({ value, text: decisionTypeWords[value] }))}
        />
        <LiveArea {...field} name="text" label="The words" hint="As resolved: ‘That the plan be noted.’" />
        <LiveSelect {...field} name="functionKey" label="Function used" offers={view.functions} none="None named" />
        <LiveSelect
          {...field}
          name="matter"
          label="Does it touch policy or resources?"
          offers={decisionMatters.map((value) => ({ value, text: matterWords[value] }))}
        />
        <LiveLine {...field} name="referredTo" label="To which body does it go?" hint="Only where it is recommended or referred." />
        {view.consensusFirst && <LiveTick {...field} name="consensusSought" label="Consensus was sought" />}
        <LiveArea {...field} name="minorityView" label="Minority view, if there is one" rows={2} />
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Record the decision
        </button>
      </LiveForm>
    </details>
  )
}

function Actions({ view }: { readonly view: RecordView }): JSX.Element {
  return (
    <>
      <h3 class="gt-live-sub">Actions</h3>
      {view.actions.length === 0 ? (
        <p class="gt-quiet">None yet.</p>
      ) : (
        <ul class="gt-live-list">
          {view.actions.map(({ id, text, leads, due }) => (
            <li class="gt-live-entry">
              <a class="govuk-link" href={recordPaths.action(id)}>
                {text}
              </a>
              <p class="gt-quiet">
                {leads === '' ? 'Nobody leads yet' : leads}
                {due === '' ? '' : `, ${due}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ActionForm({ visit, meeting, view, form }: RecordPartProps): JSX.Element {
  const state = form('action')
  const field = { form: 'action', state }
  return (
    <details class="gt-live-more" id="action-more" open={state.problems.length > 0}>
      <summary>Set an action</summary>
      <LiveForm
        visit={visit}
        id="action"
        class="gt-live-card"
        action={livePaths.act(meeting, 'action')}
        problems={state.problems}
        label="Action"
      >
        <LiveSelect {...field} name="item" label="Item" offers={view.items} none="None" />
        {view.bodies.length > 0 && (
          <LiveSelect {...field} name="ofBody" label="For which board?" offers={view.bodies.filter(({ value }) => value !== 'each')} />
        )}
        <LiveArea {...field} name="text" label="What is to be done?" />
        <LiveSelect {...field} name="lead1" label="Who leads?" offers={view.leads} none="Nobody yet" />
        <LiveLine {...field} name="due" label="By when?" hint="As people say it: by end February, to the March meeting." />
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Set the action
        </button>
      </LiveForm>
    </details>
  )
}

function Views({ view }: { readonly view: RecordView }): JSX.Element | null {
  if (view.views.length === 0) return null
  return (
    <>
      <h3 class="gt-live-sub">Views of absent members</h3>
      <ul class="gt-live-list">
        {view.views.map(({ item, name, sent, text }) => (
          <li class="gt-live-entry">
            <strong>{item}:</strong> {name}, {sent === 'by_phone' ? 'by telephone' : 'in writing'}: {text}
          </li>
        ))}
      </ul>
    </>
  )
}

function ViewForm({ visit, meeting, view, form }: RecordPartProps): JSX.Element {
  const state = form('view')
  const field = { form: 'view', state }
  const ways = [
    { value: 'in_writing', text: 'In writing' },
    { value: 'by_phone', text: 'By telephone' },
  ]
  return (
    <details class="gt-live-more" id="view-more" open={state.problems.length > 0}>
      <summary>Attach the view of an absent member</summary>
      <LiveForm visit={visit} id="view" class="gt-live-card" action={livePaths.act(meeting, 'view')} problems={state.problems} label="View">
        <LiveSelect {...field} name="item" label="Item" offers={view.items} />
        <LiveSelect {...field} name="person" label="Whose view?" offers={view.absent} />
        <LiveSelect {...field} name="sent" label="How did it come?" offers={ways} />
        <LiveArea {...field} name="text" label="The view" />
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Attach the view
        </button>
      </LiveForm>
    </details>
  )
}

function Notes({ visit, meeting, view }: RecordPartProps): JSX.Element {
  const line = (note: NoteLine): JSX.Element => (
    <li class="gt-live-entry">
      <p>
        <strong>
          {note.item}, {clockTime(note.at)}:
        </strong>{' '}
        {note.text}
      </p>
      {view.state === 'in_progress' && (
        <LiveButton
          visit={visit}
          id={`unnote-${note.id}`}
          action={livePaths.act(meeting, 'note/withdraw')}
          fields={{ note: note.id }}
          text="Take it back"
          about={`the note of ${clockTime(note.at)}`}
          look="quiet"
        />
      )}
    </li>
  )
  return (
    <>
      <h3 class="gt-live-sub">Notes so far</h3>
      <ul class="gt-live-list">{view.notes.map(line)}</ul>
    </>
  )
}

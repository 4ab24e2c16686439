import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import { AreaField, type Offer, SelectField, TextField, TickField } from './record-fields.tsx'
import { type RecordHead, RecordPage, SavedMeanwhile } from './record-page.tsx'

/** What the form of an action offers. */
export interface ActionFormProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly form: FormState
  readonly items: readonly Offer[]
  readonly decisions: readonly Offer[]
  readonly leads: readonly Offer[]
  /** Boards at the table of a joint meeting; empty for a meeting of one board. */
  readonly bodies: readonly Offer[]
  /** Set where an action is changed, with the version that the form was made from. */
  readonly changes: { readonly id: string; readonly version: number } | undefined
  readonly meanwhile?: readonly string[] | undefined
}

/** The form that records or changes an action. */
export function ActionFormPage(props: ActionFormProps): JSX.Element {
  const { visit, head, form, items, decisions, leads, bodies, changes, meanwhile } = props
  const none = { value: '', text: 'None' }
  const title = changes ? 'Change an action' : 'Record an action'
  return (
    <RecordPage visit={visit} head={head} title={title} width="form" problems={form.problems}>
      {meanwhile && <SavedMeanwhile lines={meanwhile} />}
      <form method="post" action={changes ? recordPaths.changeAction(changes.id) : recordPaths.newAction(head.meeting)} novalidate>
        <CsrfField visit={visit} />
        {changes && <VersionField version={changes.version} />}
        <AreaField form={form} name="text" label="What is to be done?" rows={3} />
        {!changes && <SelectField form={form} name="item" label="Item of the agenda" offers={[none, ...items]} />}
        {!changes && bodies.length > 0 && (
          <SelectField
            form={form}
            name="ofBody"
            label="For which board?"
            hint="Blank: the board of its decision, else the one that called the meeting."
            offers={[none, ...bodies]}
          />
        )}
        {!changes && <SelectField form={form} name="decision" label="Decision it comes from" offers={[none, ...decisions]} />}
        <SelectField
          form={form}
          name="lead1"
          label="Who leads?"
          hint="A person or an organisation."
          offers={[{ value: '', text: 'Owner to be confirmed' }, ...leads]}
        />
        <SelectField form={form} name="lead2" label="With whom?" offers={[none, ...leads]} />
        <SelectField form={form} name="lead3" label="And with whom?" offers={[none, ...leads]} />
        <TextField form={form} name="leadOther" label="Somebody who is not listed" />
        <TickField form={form} name="unconfirmed" label="The owner is still to be confirmed" />
        <TextField
          form={form}
          name="due"
          label="Due"
          hint="In your own words: ‘by end February’, ‘week of 3 February’, ‘by 14/2/14’, ‘from 24/1 to 14/2’, ‘April onwards’, ‘to the March meeting’, ‘monthly to end March, then every two months’."
        />
        <Button>{changes ? 'Save the action' : 'Record the action'}</Button>
      </form>
    </RecordPage>
  )
}

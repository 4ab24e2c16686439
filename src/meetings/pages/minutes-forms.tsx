import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { EditorScript, KeptField, keepWhileTyping, MarkdownAdvice, RichTextarea } from '#platform/web/components/rich-textarea.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { MinutesSection } from '../queries/minutes.ts'
import { KeptNotice } from './kept-notice.tsx'
import { AreaField, type Offer, SelectField, TextField, TickField } from './record-fields.tsx'
import { type RecordHead, RecordPage, SavedMeanwhile } from './record-page.tsx'

interface FormProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly form: FormState
}

/** What the editor of minutes shows. */
export interface MinutesEditorProps extends FormProps {
  readonly sections: readonly MinutesSection[]
  readonly version: number
  readonly reasonNeeded: boolean
  /** True where saving publishes a correction at once. */
  readonly isOut: boolean
  readonly meanwhile?: readonly string[] | undefined
  /** How often unsaved words were kept, and when those were that the form shows; undefined where it shows what is saved. */
  readonly kept: { readonly revision: number; readonly at: Temporal.Instant | undefined }
}

/** The text of minutes, a section for each item. */
export function MinutesEditorPage(props: MinutesEditorProps): JSX.Element {
  const { visit, head, form, sections, version, reasonNeeded, isOut, meanwhile, kept } = props
  return (
    <RecordPage
      visit={visit}
      head={head}
      title={reasonNeeded ? 'Correct the minutes' : 'Edit the draft minutes'}
      width="form"
      problems={form.problems}
    >
      {meanwhile && <SavedMeanwhile lines={meanwhile} />}
      {isOut && (
        <p class="govuk-inset-text">
          These minutes are published. Saving publishes the corrected text at once, as a new version. The version before stays reachable.
        </p>
      )}
      {kept.at && <KeptNotice visit={visit} at={kept.at} drop={recordPaths.typedMinutes(head.meeting, 'drop')} />}
      <MarkdownAdvice />
      <form
        method="post"
        action={recordPaths.editMinutes(head.meeting)}
        novalidate
        {...keepWhileTyping(visit, recordPaths.typedMinutes(head.meeting, 'keep'))}
      >
        <KeptField revision={kept.revision} />
        <CsrfField visit={visit} />
        <VersionField version={version} />
        {sections.map((section) => (
          <SectionFields form={form} section={section} />
        ))}
        {reasonNeeded && <TextField form={form} name="reason" label="Why is there a new version?" hint="Shown with the version." />}
        <Button>{isOut ? 'Publish the corrected minutes' : 'Save'}</Button>
      </form>
      <EditorScript />
    </RecordPage>
  )
}

function SectionFields({ form, section }: { readonly form: FormState; readonly section: MinutesSection }): JSX.Element {
  const { id, number, heading, category } = section
  const title = [number === '' ? '' : `Minute ${number}`, heading].filter((part) => part !== '').join(': ')
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {title}
        {category !== 'public' && ' (not for the public)'}
      </legend>
      <TextField form={form} name={`heading_${id}`} label="Heading" />
      <TextField
        form={form}
        name={`position_${id}`}
        label="Taken as number"
        hint="The order in which the meeting took its items."
        size={4}
      />
      <RichTextarea name={`text_${id}`} label="Text" value={form.value(`text_${id}`)} error={form.error(`text_${id}`)} rows={8} />
    </fieldset>
  )
}

function StepPage(
  props: FormProps & {
    readonly title: string
    readonly action: string
    readonly button: string
    readonly warn?: boolean
    readonly children?: Children
  },
): JSX.Element {
  const { visit, head, form, title, action, button, warn, children } = props
  return (
    <RecordPage visit={visit} head={head} title={title} width="form" problems={form.problems}>
      <form method="post" action={action} novalidate>
        <CsrfField visit={visit} />
        {children}
        <Button {...(warn ? { classes: 'govuk-button--warning' } : {})}>{button}</Button>
      </form>
    </RecordPage>
  )
}

/** Sending the draft to members. */
export function CirculatePage({
  due,
  clearedBy,
  ...props
}: FormProps & { readonly due: string; readonly clearedBy: string | undefined }): JSX.Element {
  return (
    <StepPage
      {...props}
      title="Circulate the draft minutes"
      action={recordPaths.circulateMinutes(props.head.meeting)}
      button="Circulate to members"
    >
      <p>Members are told by mail and can read the draft. Observers and the public cannot. {due}</p>
      {clearedBy === undefined ? (
        <TickField form={props.form} name="cleared" label="The chair has cleared the draft" />
      ) : (
        <p>{clearedBy} has cleared this text.</p>
      )}
    </StepPage>
  )
}

/** What the form of an approval shows. */
export interface ApproveProps extends FormProps {
  readonly meetings: readonly Offer[]
  readonly sections: readonly MinutesSection[]
  readonly version: number
  /** Where text and record disagree, in sentences; empty where they agree. */
  readonly differences: readonly string[]
  readonly meanwhile?: readonly string[] | undefined
}

/** Recording the approval, with the text as the meeting amended it. */
export function ApprovePage({ meetings, sections, version, differences, meanwhile, ...props }: ApproveProps): JSX.Element {
  const { form } = props
  const isAmending = form.value('amendments') !== '' || form.problems.some(({ href }) => /^#(text|heading|position)_/.test(href))
  return (
    <StepPage
      {...props}
      title="Record the approval of the minutes"
      action={recordPaths.approveMinutes(props.head.meeting)}
      button="Record the approval"
    >
      {meanwhile && <SavedMeanwhile lines={meanwhile} />}
      <VersionField version={version} />
      <SelectField
        form={form}
        name="meeting"
        label="Which meeting approved them?"
        hint="The next suitable meeting. Only meetings that were held can be chosen."
        offers={[{ value: '', text: meetings.length === 0 ? 'No later meeting was held yet' : 'Choose a meeting' }, ...meetings]}
      />
      <AreaField
        form={form}
        name="amendments"
        label="Amendments that were agreed"
        hint="Blank: approved as a correct record. They are minuted, and everybody can read them: repeat nothing that is not for the public."
      />
      <TextField form={form} name="amendmentsBy" label="Who proposed the amendments?" />
      <details class="govuk-details" open={isAmending}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Amend the text</span>
        </summary>
        <div class="govuk-details__text">
          <p>Only where amendments were agreed. The amended text becomes a new version, and the version before stays reachable.</p>
          {sections.map((section) => (
            <SectionFields form={form} section={section} />
          ))}
        </div>
      </details>
      <AreaField form={form} name="refused" label="Amendments that were proposed and not agreed" hint="Blank for none." rows={2} />
      {differences.length > 0 && (
        <>
          <h2 class="govuk-heading-m">The text and the record disagree</h2>
          <ul class="govuk-list govuk-list--bullet">
            {differences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <AreaField
            form={form}
            name="departsReason"
            label="Why do the minutes stand although they differ from the record?"
            hint="Needed to approve them so. Otherwise put the text or the record right."
            rows={3}
          />
        </>
      )}
      <TextField form={form} name="signedBy" label="Signed by" hint="Whoever presided at that meeting. Blank: not signed yet." />
      <EditorScript />
    </StepPage>
  )
}

/** Recording the signature. */
export function SignPage(props: FormProps): JSX.Element {
  return (
    <StepPage {...props} title="Record the signature" action={recordPaths.signMinutes(props.head.meeting)} button="Record the signature">
      <TextField form={props.form} name="signedBy" label="Signed by" hint="Whoever presided at the meeting that approved the minutes." />
    </StepPage>
  )
}

/** Publishing the minutes or their draft. */
export function PublishPage(
  props: FormProps & { readonly isDraft: boolean; readonly exempt: number; readonly isPublicMeeting: boolean; readonly due: string },
): JSX.Element {
  const { isDraft, exempt, isPublicMeeting, due } = props
  return (
    <StepPage
      {...props}
      title={isDraft ? 'Publish the draft minutes' : 'Publish the minutes'}
      action={recordPaths.publishMinutes(props.head.meeting)}
      button={isDraft ? 'Publish the draft' : 'Publish'}
    >
      <p>
        {isPublicMeeting
          ? 'Everybody can then read the minutes, the decisions, the actions and who was present.'
          : 'The meeting is private: only members can then read the minutes.'}{' '}
        {due}
      </p>
      <ul>
        <li>The board’s members and observers are told by mail at the same moment.</li>
        <li>
          {exempt === 0
            ? 'No item is exempt.'
            : `${exempt} ${exempt === 1 ? 'item is' : 'items are'} not for the public: only the public title is shown.`}
        </li>
        {isDraft && <li>The page says that it is a draft that was not approved yet.</li>}
      </ul>
      <input type="hidden" name="which" value={isDraft ? 'draft' : 'final'} />
    </StepPage>
  )
}

/** Withdrawing published minutes. */
export function WithdrawPage(props: FormProps): JSX.Element {
  return (
    <StepPage
      {...props}
      title="Withdraw the minutes from publication"
      action={recordPaths.withdrawMinutes(props.head.meeting)}
      button="Withdraw at once"
      warn
    >
      <p>
        Do this only where publishing was unlawful or does harm. For a mistake, correct the minutes instead. The text, the PDF, the
        decisions and the actions disappear from public sight at once.
      </p>
      <AreaField
        form={props.form}
        name="reason"
        label="Why?"
        hint="Everybody can read the reason: do not repeat what must be hidden."
        rows={3}
      />
    </StepPage>
  )
}

/** A meeting to choose from. */
export function meetingOffer(meeting: { readonly id: string; readonly kind: string; readonly heldOn: Temporal.PlainDate }): Offer {
  const kind =
    meeting.kind === 'extraordinary'
      ? ' (extraordinary)'
      : meeting.kind === 'development_day'
        ? ' (development day)'
        : meeting.kind === 'workshop'
          ? ' (workshop)'
          : ''
  return { value: meeting.id, text: `${dayInWords(meeting.heldOn)}${kind}` }
}

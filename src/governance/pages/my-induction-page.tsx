import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText, InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { doStepPath, memberAgreementPath, personPath, signPath, termsVersionPath } from '../paths.ts'
import type { Induction, Unsigned } from '../queries/induction.ts'
import type { PersonName } from '../queries/membership.ts'
import type { Signature } from '../queries/signatures.ts'
import { mayMark, type StepStanding } from '../rules/induction.ts'
import { progressInWords, versionInWords } from '../words/induction.ts'
import { TextLink } from './board-page.tsx'
import { Stands } from './induction-page.tsx'

/** What one sees of one's own inductions and signatures. */
export interface OwnInductionView {
  readonly inductions: readonly Induction[]
  readonly unsigned: readonly Unsigned[]
  readonly signatures: readonly Signature[]
  /** Whom one goes with as a buddy. */
  readonly buddyOf: readonly { readonly person: PersonName; readonly board: string }[]
  /** Why a step was not marked; undefined when nothing went wrong. */
  readonly problem?: string | undefined
}

/** One's own induction on every board, what one is asked to sign, and what one signed. */
export function MyInductionPage({ visit, view }: { readonly visit: Visit; readonly view: OwnInductionView }): JSX.Element {
  const { inductions, unsigned, signatures, buddyOf } = view
  return (
    <Page visit={visit} title="Joining and signing" breadcrumbs={[{ text: 'My work', href: '/work' }]} width="workspace">
      <PageHead title="Joining and signing" lead="What your boards give you and ask of you when you join, and the texts you agreed to." />
      {view.problem && (
        <div class="govuk-inset-text" role="alert">
          {view.problem}
        </div>
      )}
      {unsigned.length > 0 && (
        <Card id="to-sign" title="To sign">
          <ul class="gt-list">
            {unsigned.map(({ kind, number, body }) => (
              <li>
                <TextLink href={signPath(body.slug, kind, number)} text={`Read and sign: ${versionInWords(kind, number)}`} />
                <p>{body.name}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {inductions.length === 0 && (
        <EmptyState
          title="No induction is going on"
          text="When you join a board that has a template for new members, its steps appear here."
        />
      )}
      {inductions.map((induction) => (
        <Steps visit={visit} induction={induction} />
      ))}
      {buddyOf.length > 0 && (
        <Card id="buddy" title="You are a buddy">
          <ul class="gt-list">
            {buddyOf.map(({ person, board }) => (
              <li>
                <TextLink href={personPath(person.id)} text={person.name} />
                <p>{board}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Signatures signatures={signatures} />
    </Page>
  )
}

function Steps({ visit, induction }: { readonly visit: Visit; readonly induction: Induction }): JSX.Element {
  const { appointment, steps, buddy } = induction
  const rows = steps.map((step) => ({
    cells: [
      step.title,
      <>
        <Stands step={step} />
        {step.kind === 'buddy' && buddy && <> {buddy.name}</>}
      </>,
      <DateText day={step.dueOn} weekday={false} />,
      <Act visit={visit} step={step} appointment={appointment.id} />,
    ],
  }))
  const columns = [{ heading: 'Step' }, { heading: 'State' }, { heading: 'Due by' }, { heading: 'Done', hiddenHeading: true }]
  return (
    <Card
      id={`induction-${appointment.id}`}
      title={appointment.body.name}
      lead={`${appointment.seat.name}: ${progressInWords(steps)}`}
      flush
    >
      <DataTable caption={`Your induction to ${appointment.body.name}`} hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}

function Act(props: { readonly visit: Visit; readonly step: StepStanding; readonly appointment: string }): JSX.Element | null {
  const { visit, step, appointment } = props
  if (step.state === 'done') return null
  if (step.kind === 'buddy') return <span class="gt-quiet">The clerk names one</span>
  if (!mayMark(step.kind, 'self')) return <span class="gt-quiet">See “To sign”</span>
  return <PostButton visit={visit} action={doStepPath(appointment, step.id)} text="I have had this" about={step.title} look="link" />
}

function Signatures({ signatures }: { readonly signatures: readonly Signature[] }): JSX.Element | null {
  if (signatures.length === 0) return null
  const rows = signatures.map(({ body, kind, number, signedAt }) => ({
    cells: [
      <TextLink
        href={kind === 'terms' ? termsVersionPath(body.slug, number) : memberAgreementPath(body.slug, number)}
        text={versionInWords(kind, number)}
      />,
      body.name,
      <InstantText instant={signedAt} />,
    ],
  }))
  return (
    <Card id="signed" title="What you signed" lead="Only you and the clerks of the board see this." flush>
      <DataTable
        caption="Your signatures, the latest first"
        hideCaption
        narrow="stack"
        columns={['Text', 'Board', 'Signed'].map((heading) => ({ heading }))}
        rows={rows}
      />
    </Card>
  )
}

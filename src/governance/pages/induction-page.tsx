import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { endStepPath, markStepPath, memberAgreementPath, membersPath, newMemberAgreementPath, newStepPath } from '../paths.ts'
import type { Induction, TemplateStep } from '../queries/induction.ts'
import type { PersonName } from '../queries/membership.ts'
import type { MemberAgreement, Signature, ToSign } from '../queries/signatures.ts'
import { mayMark, type StepStanding } from '../rules/induction.ts'
import { inductionsInWords, leftOf, progressPill, stepKindLabels, stepStateWords, versionInWords } from '../words/induction.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'
import { SignaturesCard } from './signatures-card.tsx'

/** What a clerk sees of the inductions of a board. */
export interface BoardInductionView {
  readonly body: { readonly slug: string; readonly name: string }
  readonly inductions: readonly Induction[]
  readonly template: readonly TemplateStep[]
  readonly agreements: readonly MemberAgreement[]
  readonly toSign: readonly ToSign[]
  readonly signatures: readonly Signature[]
  /** Who fills a place today, by name: of them signatures are asked. */
  readonly members: readonly PersonName[]
}

/** How new members come into a board: their steps, who signed what, and the template. */
export function InductionPage({ visit, view }: { readonly visit: Visit; readonly view: BoardInductionView }): JSX.Element {
  const { body } = view
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="members"
      title="Induction and signatures"
      lead="What every new member is given and asked for. Members see their own steps in My work; only the clerk sees this page."
      crumbs={[{ text: 'Members', href: membersPath(body.slug) }]}
      actions={
        <>
          <ButtonLink href={newStepPath(body.slug)} text="Add a step" />{' '}
          <ButtonLink href={newMemberAgreementPath(body.slug)} text="Write the members’ agreement" />
        </>
      }
    >
      <Progress view={view} visit={visit} />
      <SignaturesCard view={view} />
      <Template view={view} visit={visit} />
    </BoardPage>
  )
}

function Progress({ view: { body, inductions } }: { readonly view: BoardInductionView; readonly visit: Visit }): JSX.Element {
  const ordered = inductions.toSorted((one, other) => leftOf(other.steps) - leftOf(one.steps))
  return (
    <Card id="progress" title="New members" lead={inductionsInWords(inductions)} flush={inductions.length > 0}>
      {inductions.length === 0 ? (
        <EmptyState
          title="Nobody is being inducted"
          text="Who is appointed while the template below holds appears here with every step of it."
        />
      ) : (
        ordered.map((induction) => <OneInduction slug={body.slug} induction={induction} />)
      )}
    </Card>
  )
}

/** One member's steps: open while any is left. */
function OneInduction({ slug, induction }: { readonly slug: string; readonly induction: Induction }): JSX.Element {
  const { appointment, steps, buddy } = induction
  const { person, seat } = appointment
  const [meaning, words] = progressPill(steps)
  const rows = steps.map((step) => ({
    cells: [
      step.title,
      <Stands step={step} />,
      <DateText day={step.dueOn} weekday={false} />,
      step.state !== 'done' && mayMark(step.kind, 'clerk') ? (
        <TextLink href={markStepPath(slug, appointment.id, step.id)} text="Record" about={`${step.title} for ${person.name}`} />
      ) : (
        ''
      ),
    ],
  }))
  const columns = [{ heading: 'Step' }, { heading: 'State' }, { heading: 'Due by' }, { heading: 'Record', hiddenHeading: true }]
  return (
    <Fold title={person.name} note={<StatusPill meaning={meaning}>{words}</StatusPill>} open={leftOf(steps) > 0}>
      <p class="gt-quiet">
        {seat.name}. {buddy ? `Buddy: ${buddy.name}` : 'No buddy is named yet'}
      </p>
      <DataTable caption={`Steps of ${person.name}`} hideCaption narrow="stack" columns={columns} rows={rows} />
    </Fold>
  )
}

/** How one step stands, with its day where it is done. */
export function Stands({ step }: { readonly step: StepStanding }): JSX.Element {
  const [meaning, words] = stepStateWords[step.state]
  return (
    <>
      <StatusPill meaning={meaning}>{words}</StatusPill>{' '}
      {step.doneOn && (
        <span class="gt-quiet">
          <DateText day={step.doneOn} weekday={false} />
        </span>
      )}
    </>
  )
}

function Template({
  view: { body, template, agreements },
  visit,
}: {
  readonly view: BoardInductionView
  readonly visit: Visit
}): JSX.Element {
  const isOver = ({ endsOn }: TemplateStep): boolean => endsOn !== undefined && Temporal.PlainDate.compare(endsOn, visit.today) <= 0
  const rows = template
    .filter((step) => !isOver(step))
    .map(({ id, kind, title, withinDays, startsOn, endsOn }) => ({
      cells: [
        title,
        stepKindLabels[kind],
        withinDays === 1 ? '1 day' : `${withinDays} days`,
        <DateText day={startsOn} weekday={false} />,
        endsOn ? (
          <>
            Until <DateText day={endsOn} weekday={false} />
          </>
        ) : (
          <TextLink href={endStepPath(body.slug, id)} text="End" about={title} />
        ),
      ],
    }))
  const columns = [...['Step', 'Kind', 'Within', 'From'].map((heading) => ({ heading })), { heading: 'End', hiddenHeading: true }]
  return (
    <Card id="template" title="Template" lead="It holds for who is appointed on or after its first day." flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyState
          title="There is no template yet"
          text="Add what every new member is given: a pack, a briefing, a buddy, a text to sign."
        />
      ) : (
        <DataTable caption="Steps of the template" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
      {agreements.map(({ number, startsOn }) => (
        <p>
          <TextLink href={memberAgreementPath(body.slug, number)} text={`Members’ agreement, version ${number}`} />, from{' '}
          <DateText day={startsOn} weekday={false} />
        </p>
      ))}
    </Card>
  )
}

/** One version of what members agree to, for everybody who belongs to the board. */
export function AgreementPage(props: {
  readonly visit: Visit
  readonly body: { readonly slug: string; readonly name: string }
  readonly agreement: MemberAgreement
  readonly inForce: boolean
}): JSX.Element {
  const { visit, body, agreement, inForce } = props
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="members"
      title={versionInWords('agreement', agreement.number)}
      crumbs={[{ text: 'Members', href: membersPath(body.slug) }]}
      status={<StatusPill meaning={inForce ? 'good' : 'neutral'}>{inForce ? 'In force' : 'Not in force today'}</StatusPill>}
    >
      <p class="gt-quiet">
        From <DateText day={agreement.startsOn} weekday={false} />. Only those who belong to the board read this.
      </p>
      <TypedWords words={agreement.words} />
    </BoardPage>
  )
}

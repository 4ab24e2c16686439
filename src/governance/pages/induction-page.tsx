import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { type DataGroup, DataTable } from '#platform/web/components/data-table.tsx'
import { DateText, InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  endStepPath,
  markStepPath,
  memberAgreementPath,
  membersPath,
  newMemberAgreementPath,
  newStepPath,
  personPath,
  termsVersionPath,
} from '../paths.ts'
import type { Induction, TemplateStep } from '../queries/induction.ts'
import type { PersonName } from '../queries/membership.ts'
import type { MemberAgreement, Signature, ToSign } from '../queries/signatures.ts'
import { mayMark, type StepStanding } from '../rules/induction.ts'
import { progressInWords, stepKindLabels, stepStateWords, versionInWords } from '../words/induction.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

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
      <Signed view={view} />
      <Template view={view} visit={visit} />
    </BoardPage>
  )
}

function Progress({ view: { body, inductions } }: { readonly view: BoardInductionView; readonly visit: Visit }): JSX.Element {
  const groups = inductions.map(
    ({ appointment, steps, buddy }): DataGroup => ({
      heading: `${appointment.person.name}, ${appointment.seat.name}: ${progressInWords(steps)}${buddy ? `. Buddy: ${buddy.name}` : ''}`,
      rows: steps.map((step) => ({
        cells: [
          step.title,
          <Stands step={step} />,
          <DateText day={step.dueOn} weekday={false} />,
          step.state !== 'done' && mayMark(step.kind, 'clerk') ? (
            <TextLink
              href={markStepPath(body.slug, appointment.id, step.id)}
              text="Record"
              about={`${step.title} for ${appointment.person.name}`}
            />
          ) : (
            ''
          ),
        ],
      })),
    }),
  )
  const columns = [{ heading: 'Step' }, { heading: 'State' }, { heading: 'Due by' }, { heading: 'Record', hiddenHeading: true }]
  return (
    <Card id="progress" title="New members" flush={groups.length > 0}>
      {groups.length === 0 ? (
        <EmptyState
          title="Nobody is being inducted"
          text="Who is appointed while the template below holds appears here with every step of it."
        />
      ) : (
        <DataTable caption="Steps by member" hideCaption narrow="stack" columns={columns} groups={groups} />
      )}
    </Card>
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

function Signed({ view: { body, toSign, signatures, members } }: { readonly view: BoardInductionView }): JSX.Element {
  const groups = toSign.map(({ kind, number, id }): DataGroup => {
    const signed = signatures.filter(({ of }) => of === id)
    return {
      heading: `${versionInWords(kind, number)}: ${members.filter((member) => signed.some(({ person }) => person.id === member.id)).length} of ${members.length} members have signed`,
      rows: members.map((member) => {
        const signature = signed.find(({ person }) => person.id === member.id)
        const earlier = signatures.find((one) => one.kind === kind && one.person.id === member.id && one.of !== id)
        return {
          cells: [
            <TextLink href={personPath(member.id)} text={member.name} />,
            signature ? (
              <>
                <StatusPill meaning="good">Signed</StatusPill> <InstantText instant={signature.signedAt} />
              </>
            ) : (
              <>
                <StatusPill meaning="warning">Asked</StatusPill>{' '}
                {earlier && (
                  <span class="gt-quiet">
                    Signed version {earlier.number} on <InstantText instant={earlier.signedAt} />
                  </span>
                )}
              </>
            ),
          ],
        }
      }),
    }
  })
  return (
    <Card id="signatures" title="Signatures" flush={groups.length > 0}>
      {groups.length === 0 ? (
        <p class="gt-quiet">Nothing is signed here: no step of the template asks for it, or there is no version in force.</p>
      ) : (
        <DataTable
          caption="Signatures under the versions in force"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Member' }, { heading: 'Signature' }]}
          groups={groups}
        />
      )}
      {toSign.map(({ kind, number }) => (
        <p>
          <TextLink
            href={kind === 'terms' ? termsVersionPath(body.slug, number) : memberAgreementPath(body.slug, number)}
            text={`Read ${versionInWords(kind, number).toLowerCase()}`}
          />
        </p>
      ))}
    </Card>
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
      <AgreementWords words={agreement.words} />
    </BoardPage>
  )
}

/** The words of an agreement with the paragraphs that were typed. */
export function AgreementWords({ words }: { readonly words: string }): JSX.Element {
  return (
    <>
      {words.split(/\n{2,}/).map((paragraph) => (
        <p class="gt-typed">{paragraph}</p>
      ))}
    </>
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Article } from '#platform/paper/html.tsx'
import type { Paper } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { procedurePaths } from '../paths.ts'
import type { AgencyReadings, ProcedureFeedback } from '../queries/procedure-readers.ts'
import type { Procedure, ProcedureOpinion, ProcedureVersion } from '../queries/procedures.ts'
import { type ProcedureStanding, procedureStanding, reviewStanding } from '../rules/procedure.ts'
import { heldInWords, procedureAudienceWords, procedureKindWords, procedureStandingWords, reviewWords } from '../words/procedure.ts'
import { FeedbackCard, OpinionsCard, ReadingCard, ReviewsCard } from './procedure-parts.tsx'

/** Everything that the page of a procedure shows. */
export interface ProcedureView {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly procedure: Procedure
  /** Every version that one may see, the latest first. */
  readonly versions: readonly ProcedureVersion[]
  /** The one that is shown. */
  readonly version: ProcedureVersion
  readonly standing: ProcedureStanding
  readonly text: Paper
  readonly opinions: readonly ProcedureOpinion[]
  readonly readings: readonly AgencyReadings[]
  readonly reviews: readonly { readonly reviewedOn: Temporal.PlainDate; readonly outcome: string; readonly nextOn: Temporal.PlainDate }[]
  readonly feedback: readonly ProcedureFeedback[]
  /** Names of the agency that owns it, and of those whose people must read it. */
  readonly ownerAgency: string | undefined
  readonly mustRead: readonly string[]
  /** When whoever looks said they read this version. */
  readonly ownReading: Temporal.PlainDate | undefined
  /** Who is to hear of it; undefined: nothing is said of that to whoever looks. */
  readonly communications: JSX.Element | undefined
  readonly may: Readonly<Record<'change' | 'issue' | 'names' | 'confirm' | 'say', boolean>>
}

/** A procedure in one of its versions (P12). */
export function ProcedurePage(view: ProcedureView): JSX.Element {
  const { visit, board, procedure, version, standing, text } = view
  const { word, meaning } = procedureStandingWords[standing]
  return (
    <Page
      visit={visit}
      title={procedure.title}
      breadcrumbs={procedureCrumbs(board)}
      width="workspace"
      description={`${procedureKindWords[procedure.kind]} of ${board.name}: ${procedure.title}.`}
    >
      <PageHead
        title={procedure.title}
        caption={`${board.name} · ${[procedureKindWords[procedure.kind], procedure.reference].filter(Boolean).join(' ')}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={view.may.change && procedure.withdrawnOn === null ? <Steps {...view} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <OtherVersion {...view} />
      <Card id="about" title="About it">
        <KeyFacts facts={factsOf(view)} />
      </Card>
      <Card id="text" title="What it says">
        {version.document !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href={procedurePaths.document(procedure.id, version.number)}>
              Read it as a PDF
            </a>
          </p>
        )}
        {text.blocks.length > 0 ? (
          <Prose>
            <Article paper={text} offset={2} prefix="procedure-" />
          </Prose>
        ) : (
          version.document === null && <p class="gt-missing">Nothing is written yet</p>
        )}
      </Card>
      <ReadingCard {...view} />
      <OpinionsCard {...view} />
      <FeedbackCard {...view} />
      {view.communications}
      <VersionsCard {...view} />
      <ReviewsCard {...view} />
    </Page>
  )
}

/** The way to a procedure. */
export function procedureCrumbs(board: ProcedureView['board']) {
  return [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: 'Procedures and guidance', href: procedurePaths.ofBoard(board.slug) },
  ]
}

/** Says where the version is that holds now, when another is shown. */
function OtherVersion({ visit, procedure, versions, version, standing }: ProcedureView): JSX.Element | null {
  const current = versions.find((one) => procedureStanding(one, procedure.withdrawnOn, visit.today) === 'in-force')
  if (procedure.withdrawnOn !== null)
    return (
      <div class="govuk-inset-text">
        Withdrawn from {dayInWords(procedure.withdrawnOn)}: {procedure.withdrawnBecause}
      </div>
    )
  if (standing === 'in-force' || !current || current.id === version.id) return null
  return (
    <div class="govuk-inset-text">
      This is version {version.number}.{' '}
      <a class="govuk-link" href={procedurePaths.procedure(procedure.id)}>
        Version {current.number} is in force
      </a>
      .
    </div>
  )
}

function factsOf({ visit, procedure, version, ownerAgency, mustRead, may, reviews }: ProcedureView) {
  const review = reviewWords[reviewStanding(procedure.reviewOn, visit.today)]
  const last = reviews[0]
  return [
    { label: 'Owner', value: [procedure.ownerName, ownerAgency].filter(Boolean).join(' · ') },
    { label: 'Version', value: `${version.number}${version.startsOn ? `, ${heldInWords(version)}` : ', not issued'}` },
    ...(version.changes === '' ? [] : [{ label: 'What is different in it', value: version.changes }]),
    ...(procedure.themes.length === 0 ? [] : [{ label: 'Subjects', value: procedure.themes.join(', ') }]),
    { label: 'For', value: procedureAudienceWords[procedure.audience] },
    { label: 'Must be read by people of', value: mustRead.length === 0 ? 'Nobody in particular' : mustRead.join(', ') },
    ...(procedure.withdrawnOn === null
      ? [
          {
            label: 'Next review by',
            value:
              procedure.reviewOn === null ? undefined : (
                <>
                  {dayInWords(procedure.reviewOn)} {may.change && review && <StatusPill meaning={review.meaning}>{review.word}</StatusPill>}
                </>
              ),
          },
        ]
      : []),
    ...(last ? [{ label: 'Last reviewed', value: dayInWords(last.reviewedOn) }] : []),
  ]
}

function Steps({ procedure, versions, may }: ProcedureView): JSX.Element {
  const draft = versions.find(({ state }) => state === 'draft' || state === 'consultation')
  const issued = versions.some(({ state }) => state === 'issued')
  const step = (name: Parameters<typeof procedurePaths.step>[1], text: string, look = 'secondary') => (
    <a class={look === 'primary' ? 'govuk-button' : 'govuk-button govuk-button--secondary'} href={procedurePaths.step(procedure.id, name)}>
      {text}
    </a>
  )
  return (
    <>
      {draft ? step('write', 'Write the draft', 'primary') : step('revise', 'Begin a new version', 'primary')}{' '}
      {draft && step('document', 'Bring a PDF')} {draft && step('ask', 'Ask people about it')}{' '}
      {draft && may.issue && step('issue', 'Issue it')} {draft && step('drop', 'Drop the draft')}{' '}
      {issued && step('review', 'Record a review')} {may.issue && step('edit', 'Change title or owner')}{' '}
      {may.issue && step('audience', 'Who must read it')} {may.issue && issued && step('withdraw', 'Withdraw')}
    </>
  )
}

function VersionsCard({ visit, procedure, versions, version }: ProcedureView): JSX.Element {
  return (
    <Card id="versions" title="Versions">
      <ul class="govuk-list gt-rows">
        {versions.map((one) => {
          const { word, meaning } = procedureStandingWords[procedureStanding(one, procedure.withdrawnOn, visit.today)]
          return (
            <li>
              <div>
                {one.id === version.id ? (
                  <>Version {one.number}, shown above</>
                ) : (
                  <a class="govuk-link" href={procedurePaths.version(procedure.id, one.number)}>
                    Version {one.number}
                  </a>
                )}
                <br />
                <span class="govuk-hint">{[heldInWords(one), one.changes].filter(Boolean).join(': ')}</span>
              </div>
              <StatusPill meaning={meaning}>{word}</StatusPill>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

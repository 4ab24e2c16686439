import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing, TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  agreementStepPath,
  boardsPath,
  newSharingPath,
  organisationPath,
  personPath,
  sharingAgreementPath,
  sharingPath,
  sharingRegisterPath,
  signAgreementPath,
  signedPaperPath,
} from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { SharingAgreement } from '../queries/sharing-agreements.ts'
import { sharingReviewWords, sharingSightLabels, sharingStateWords } from '../words/sharing.ts'
import { BetweenBoards } from './between-boards.tsx'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

const lead = 'Who shares which information with whom, for what, on which lawful basis and until when.'

/** The register over all boards, as far as the reader may see it (G19). */
export function SharingRegisterPage(props: { readonly visit: Visit; readonly agreements: readonly SharingAgreement[] }): JSX.Element {
  const { visit, agreements } = props
  return (
    <Page visit={visit} title="Information sharing agreements" width="workspace" breadcrumbs={[{ text: 'Boards', href: boardsPath }]}>
      <PageHead title="Information sharing agreements" lead={lead} />
      <Agreements agreements={agreements} withBoard />
    </Page>
  )
}

/** The agreements that one board keeps. */
export function BoardSharingPage(props: {
  readonly visit: Visit
  readonly body: Body
  readonly agreements: readonly SharingAgreement[]
  readonly adds: boolean
}): JSX.Element {
  const { visit, body, agreements, adds } = props
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title="Information sharing agreements"
      lead={lead}
      actions={adds ? <ButtonLink href={newSharingPath(body.slug)} text="Record an agreement" /> : undefined}
    >
      <BetweenBoards visit={visit} slug={body.slug} />
      <Agreements agreements={agreements} />
      <p class="govuk-body">
        <TextLink href={sharingRegisterPath} text="The register of all boards" />
      </p>
    </BoardPage>
  )
}

function Agreements({ agreements, withBoard = false }: { readonly agreements: readonly SharingAgreement[]; readonly withBoard?: boolean }) {
  if (agreements.length === 0)
    return (
      <EmptyState
        title="No agreement is recorded that you may see"
        text="The clerk of a board records its agreements and says which of them everybody may read."
      />
    )
  const columns = ['Agreement', ...(withBoard ? ['Kept by'] : []), 'Between', 'State', 'Review by'].map((heading) => ({ heading }))
  const rows = agreements.map((one) => {
    const [meaning, words] = sharingStateWords[one.state]
    return {
      cells: [
        <>
          <TextLink href={sharingAgreementPath(one.of.slug, one.id)} text={one.title} />{' '}
          {one.sight === 'members' && <StatusPill meaning="exempt">Not public</StatusPill>}
        </>,
        ...(withBoard ? [<TextLink href={sharingPath(one.of.slug)} text={one.of.name} />] : []),
        one.parties.map(({ name }) => name).join(', '),
        <StatusPill meaning={meaning}>{words}</StatusPill>,
        <Review agreement={one} />,
      ],
    }
  })
  return <DataTable caption="Agreements" hideCaption narrow="stack" columns={columns} rows={rows} />
}

function Review({ agreement: { review, reviewOn } }: { readonly agreement: SharingAgreement }): JSX.Element {
  const [meaning, words] = sharingReviewWords[review]
  if (review === 'none') return <span class="gt-quiet">{words}</span>
  return (
    <>
      <DateText day={reviewOn} weekday={false} /> {review !== 'ahead' && <StatusPill meaning={meaning}>{words}</StatusPill>}
    </>
  )
}

/** What the page of one agreement shows. */
export interface AgreementView {
  readonly body: Body
  readonly agreement: SharingAgreement
  readonly keeps: boolean
  readonly reviews: boolean
}

/** One agreement: what is shared, why it may be, who signed, when it is looked at again (G19). */
export function AgreementPage({ visit, view }: { readonly visit: Visit; readonly view: AgreementView }): JSX.Element {
  const { body, agreement, keeps, reviews } = view
  const [meaning, words] = sharingStateWords[agreement.state]
  const step = (name: Parameters<typeof agreementStepPath>[2]): string => agreementStepPath(body.slug, agreement.id, name)
  const isOpen = agreement.withdrawnOn === undefined
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title={agreement.title}
      crumbs={[{ text: 'Sharing agreements', href: sharingPath(body.slug) }]}
      status={<StatusPill meaning={meaning}>{words}</StatusPill>}
      actions={
        isOpen && (keeps || reviews) ? (
          <>
            {reviews && agreement.review !== 'none' && <ButtonLink href={step('review')} text="Record a review" />}{' '}
            {keeps && (
              <>
                <ButtonLink href={step('change')} text="Change" /> <ButtonLink href={step('paper')} text="Bring the signed paper" />{' '}
                <ButtonLink href={step('withdraw')} text="Withdraw" />
              </>
            )}
          </>
        ) : undefined
      }
    >
      <Facts view={view} />
      <Parties view={view} />
      <Reviews agreement={agreement} />
    </BoardPage>
  )
}

function Facts({ view: { body, agreement } }: { readonly view: AgreementView }): JSX.Element {
  const { data, purpose, lawfulBasis, startsOn, endsOn, owner, document, sight, documentSight, withdrawnOn, withdrawnBecause } = agreement
  const isWider = document !== undefined && documentSight !== sight
  return (
    <KeyFacts
      facts={[
        { label: 'Which information', value: <TypedWords words={data} /> },
        { label: 'What for', value: <TypedWords words={purpose} /> },
        { label: 'Lawful basis', value: <TypedWords words={lawfulBasis} /> },
        { label: 'From', value: <DateText day={startsOn} /> },
        { label: 'No longer from', value: endsOn ? <DateText day={endsOn} /> : 'Until it is withdrawn' },
        { label: 'To be reviewed by', value: <Review agreement={agreement} /> },
        { label: 'Owner', value: <TextLink href={personPath(owner.id)} text={owner.name} /> },
        {
          label: 'Signed paper',
          value:
            document === undefined ? (
              <Missing>None that you may read</Missing>
            ) : (
              <>
                <TextLink href={signedPaperPath(body.slug, agreement.id)} text="Signed agreement (PDF)" />{' '}
                {isWider && <span class="gt-quiet">{sharingSightLabels[documentSight]}</span>}
              </>
            ),
        },
        { label: 'Who may read this', value: sharingSightLabels[sight] },
        ...(withdrawnOn
          ? [
              { label: 'Withdrawn from', value: <DateText day={withdrawnOn} /> },
              { label: 'Withdrawn because', value: <TypedWords words={withdrawnBecause} /> },
            ]
          : []),
      ]}
    />
  )
}

function Parties({ view: { body, agreement, keeps } }: { readonly view: AgreementView }): JSX.Element {
  const rows = agreement.parties.map(({ organisation, name, signedBy, signedOn }) => ({
    cells: [
      <TextLink href={organisationPath(organisation)} text={name} />,
      signedOn ? (
        <>
          {signedBy}, <DateText day={signedOn} weekday={false} />
        </>
      ) : (
        <>
          <Missing>Not signed</Missing>{' '}
          {keeps && agreement.withdrawnOn === undefined && (
            <TextLink href={signAgreementPath(body.slug, agreement.id, organisation)} text="Record its signature" about={name} />
          )}
        </>
      ),
    ],
  }))
  return <DataTable caption="Parties" narrow="stack" columns={[{ heading: 'Organisation' }, { heading: 'Signature' }]} rows={rows} />
}

function Reviews({ agreement: { reviews } }: { readonly agreement: SharingAgreement }): JSX.Element | null {
  if (reviews.length === 0) return null
  const rows = reviews.map(({ reviewedOn, outcome, nextOn }) => ({
    cells: [
      <DateText day={reviewedOn} weekday={false} />,
      <span class="gt-typed">{outcome}</span>,
      <DateText day={nextOn} weekday={false} />,
    ],
  }))
  const columns = ['Reviewed on', 'What came of it', 'Next by'].map((heading) => ({ heading }))
  return <DataTable caption="Reviews, the latest first" narrow="stack" columns={columns} rows={rows} />
}

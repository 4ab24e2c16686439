import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { termsGuidePath, termsSeatPath } from '../../paths.ts'
import type { Body } from '../../queries/bodies.ts'
import type { TermsVersion } from '../../queries/terms.ts'
import type { Finding } from '../../rules/terms/finding.ts'
import { labelOf, votingLabels } from '../../words/labels.ts'
import { BoardPage, ButtonLink, TextLink } from '../board-page.tsx'
import { Findings } from '../terms-page.tsx'

/** The seats that a draft names, each with a form of its own. */
export function GuideSeatsPage(props: {
  readonly visit: Visit
  readonly body: Body
  readonly draft: TermsVersion
  readonly findings: readonly Finding[]
  readonly crumbs: readonly PageLink[]
}): JSX.Element {
  const { visit, body, draft, findings, crumbs } = props
  const { seats, groups } = draft.terms
  const rows = seats.map(({ key, name, places, voting, group, organisation, sector }) => ({
    cells: [
      <TextLink href={termsSeatPath(body.slug, draft.number, key)} text={name} />,
      String(places),
      labelOf(votingLabels, voting),
      groups.find((one) => one.key === group)?.name ?? 'None',
      organisation ?? sector ?? 'Not stated',
    ],
  }))
  const columns = [
    { heading: 'Seat' },
    { heading: 'Places', numeric: true },
    { heading: 'Takes part as' },
    { heading: 'Group' },
    { heading: 'Held by' },
  ]
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="terms"
      title={`Seats of draft ${draft.number}`}
      lead="Who sits at the table by the terms: one entry a seat, with the number of its places. People are appointed to seats elsewhere, on the page of members."
      crumbs={crumbs.slice(2)}
      actions={<ButtonLink href={termsSeatPath(body.slug, draft.number, 'new-seat')} text="Add a seat" main />}
    >
      {rows.length === 0 ? (
        <p class="gt-missing">The draft names no seats yet. Add the first one.</p>
      ) : (
        <DataTable caption="The seats of the draft" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
      {findings.length > 0 && <Findings findings={findings} answer="" />}
      <p>
        <TextLink href={termsGuidePath(body.slug, draft.number)} text="Back to all sections" />
      </p>
    </BoardPage>
  )
}

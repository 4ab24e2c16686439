import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { needsPaths } from '../paths.ts'
import type { AssessmentRow } from '../queries/needs.ts'
import type { AssessmentRowKind } from '../rules/needs.ts'
import { assessmentRowWords, citedAs } from '../words/needs.ts'
import type { AssessmentPageProps } from './needs-page.tsx'

type Props = AssessmentPageProps & { readonly kind: AssessmentRowKind; readonly isEdited: boolean }

/** Where a row stands on the page of its assessment. */
export const rowAnchor = ({ kind, number }: Pick<AssessmentRow, 'kind' | 'number'>): string => `${kind}-${number}`

/** Everything of one kind that stands in an assessment. */
export function NeedsRows(props: Props): JSX.Element | null {
  const { kind, rows, isEdited, assessment } = props
  const words = assessmentRowWords[kind]
  const found = rows.filter((row) => row.kind === kind)
  if (found.length === 0 && kind === 'gap' && !isEdited) return null
  return (
    <Card
      id={kind}
      title={words.plural}
      lead={words.lead}
      link={isEdited ? { text: words.add, href: needsPaths.newRow(assessment.id, kind) } : undefined}
    >
      {found.length === 0 && <p class="gt-missing">{words.empty}</p>}
      {found.map((row) => (
        <Row {...props} row={row} />
      ))}
    </Card>
  )
}

function Row({ visit, row, rows, uses, isEdited }: Props & { readonly row: AssessmentRow }): JSX.Element {
  const name = citedAs(row)
  const isCited = row.kind === 'need' || row.kind === 'finding'
  const behind = rows.filter(({ id }) => row.basis.includes(id))
  return (
    <section class="gt-part" id={rowAnchor(row)}>
      <h3 class="govuk-heading-s">
        {name}: {row.title}
      </h3>
      {row.text !== '' && <TypedWords words={row.text} />}
      {row.kind === 'evidence' && <Evidence row={row} />}
      {isCited && (
        <p class="govuk-body">
          {behind.length === 0 ? (
            <span class="gt-missing">{row.kind === 'need' ? 'No finding is named for it' : 'No evidence is named for it'}</span>
          ) : (
            <>
              Rests on{' '}
              {behind.map((other, index) => (
                <>
                  {index > 0 && ', '}
                  <a class="govuk-link" href={`#${rowAnchor(other)}`}>
                    {citedAs(other).toLowerCase()}
                  </a>
                </>
              ))}
            </>
          )}
        </p>
      )}
      {isCited && <UsedBy row={row} uses={uses} />}
      <p class="govuk-body">
        {isCited && (
          <a class="govuk-link" href={threadAddress(row.kind, row.id)}>
            Its golden thread<span class="govuk-visually-hidden">: {name}</span>
          </a>
        )}
        {isEdited && (
          <>
            {isCited && ' · '}
            <a class="govuk-link" href={needsPaths.rowStep(row.id, 'edit')}>
              Change<span class="govuk-visually-hidden"> {name}</span>
            </a>
          </>
        )}
      </p>
      {isEdited && <PostButton visit={visit} action={needsPaths.rowStep(row.id, 'remove')} text="Take out" about={name} look="link" />}
    </section>
  )
}

function Evidence({ row: { source, datedOn, licence, address } }: { readonly row: AssessmentRow }): JSX.Element {
  const isLink = /^https?:\/\/\S+$/.test(address)
  return (
    <p class="govuk-body">
      {source} · {datedOn === null ? <span class="gt-missing">No date stated</span> : dayInWords(datedOn)} ·{' '}
      {licence === '' ? <span class="gt-missing">No licence stated</span> : licence}
      {address !== '' && ' · '}
      {isLink ? (
        <a class="govuk-link" href={address} rel="noreferrer">
          {address}
        </a>
      ) : (
        address
      )}
    </p>
  )
}

function UsedBy({ row, uses }: { readonly row: AssessmentRow; readonly uses: AssessmentPageProps['uses'] }): JSX.Element {
  const found = uses.filter((use) => use.row === row.id && use.priorityRow !== undefined)
  if (found.length === 0) return <p class="gt-missing">No plan that you can see rests on it yet</p>
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">Used by:</p>
      <ul class="govuk-list govuk-list--bullet">
        {found.map(
          ({ priorityRow, startsOn, endsOn, why }) =>
            priorityRow && (
              <li>
                <a class="govuk-link" href={priorityRow.href}>
                  {priorityRow.title}
                </a>{' '}
                of {priorityRow.planTitle}, since {dayInWords(startsOn)}
                {endsOn && `, until ${dayInWords(endsOn)}`}
                {why !== '' && `: ${why}`}
              </li>
            ),
        )}
      </ul>
    </>
  )
}

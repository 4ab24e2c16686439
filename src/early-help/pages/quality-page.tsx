import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, qualityPaths } from '../paths.ts'
import type { DrawLine, findQualityRule, ItemLine } from '../queries/quality.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { frameWords, purposeWords } from '../words/quality.ts'
import { hubNavigation } from './hub-frame.tsx'

/** A month in words, for example 'March 2026'. */
export const monthInWords = (month: Temporal.PlainDate): string => month.toLocaleString('en-GB', { month: 'long', year: 'numeric' })

/** Quality assurance: what one is assigned to, and the draws with how many are reviewed of how many are due (E7). */
export function QualityPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly draws: readonly DrawLine[]
  readonly mine: readonly ItemLine[]
  readonly rule: Awaited<ReturnType<typeof findQualityRule>>
}): JSX.Element {
  const { visit, relations, draws, mine, rule } = props
  const month = visit.today.with({ day: 1 })
  const open = (['monthly', 'closing'] as const).filter((frame) => !draws.some((one) => one.frame === frame && one.month.equals(month)))
  return (
    <Page visit={visit} title="Quality" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Quality"
        lead={`At least ${rule.atLeast} records a month are drawn by chance, and reviewed by somebody who does not work with the family. ${rule.source}.`}
      />
      {hubNavigation(visit, relations)}
      <p class="govuk-body">
        <a class="govuk-link" href={qualityPaths.rules()}>
          How records are drawn, and who decided it
        </a>
      </p>
      {open.length > 0 && (
        <div class="govuk-button-group">
          {open.map((frame) => (
            <PostButton
              visit={visit}
              action={qualityPaths.drawMonth()}
              fields={{ frame }}
              text={frame === 'monthly' ? `Draw the sample of ${monthInWords(month)}` : `List what was closed in ${monthInWords(month)}`}
              look={frame === 'monthly' ? 'primary' : 'secondary'}
            />
          ))}
        </div>
      )}
      <Card title="You review" id="mine" flush={mine.length > 0}>
        {mine.length === 0 ? (
          <p class="govuk-body">You are assigned to no record.</p>
        ) : (
          <DataTable
            caption="Records to which you are assigned"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Family' }, { heading: 'For' }, { heading: 'How it stands' }]}
            rows={mine.map((one) => ({
              cells: [
                <a class="govuk-link" href={qualityPaths.family(one.episode)}>
                  {one.label ?? one.reference ?? 'A record'}
                </a>,
                one.purpose === 'moderate' ? purposeWords.moderate : purposeWords.review,
                stateOf(one),
              ],
            }))}
          />
        )}
      </Card>
      <Card title="Draws" id="draws" flush={draws.length > 0} link={{ text: 'Report for boards', href: qualityPaths.report() }}>
        {draws.length === 0 ? (
          <p class="govuk-body">No month has been drawn yet.</p>
        ) : (
          <DataTable
            caption="Draws by month"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Month' }, { heading: 'What' }, { heading: 'Reviewed' }]}
            rows={draws.map(({ id, month: of, frame, done, due }) => ({
              cells: [
                <a class="govuk-link" href={qualityPaths.draw(id)}>
                  {monthInWords(of)}
                  <span class="govuk-visually-hidden">{`, ${frameWords[frame as keyof typeof frameWords]}`}</span>
                </a>,
                frameWords[frame as keyof typeof frameWords],
                `${done} of ${Number(due)} due`,
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}

/** How one of what was drawn stands, in words. */
export function stateOf(one: ItemLine): string {
  if (one.replacedBy) return 'Put aside'
  if (!one.review) return one.reviewer ? 'Being reviewed' : 'Nobody reviews it yet'
  return one.fedBackAt ? 'Given to the lead' : one.moderated !== null ? 'Moderated' : 'Reviewed'
}

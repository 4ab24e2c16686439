import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { Fund } from '../queries/funds.ts'
import type { JointPost } from '../queries/posts.ts'
import { splitPence } from '../rules/split.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from '../words/pence.ts'
import { percentWords } from '../words/risk.ts'
import type { BoardName } from './crumbs.ts'
import { riskCrumbs } from './money-risk-page.tsx'

/** What the page of posts shows. */
export interface PostsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly mayKeep: boolean
  readonly posts: readonly JointPost[]
}

/** The posts that partners pay together, and the people they lend each other: who employs, who pays which part, from which line (C5). */
export function PostsPage({ visit, board, fund, mayKeep, posts }: PostsPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Joint posts and secondments" width="workspace" breadcrumbs={riskCrumbs(board, fund)}>
      <PageHead
        title="Joint posts and secondments"
        caption={fund.title}
        lead="Posts, not people: who employs, for how long, and what each partner pays of it."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {mayKeep && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={fundPaths.step(fund.id, 'posts/new')}>
            Record a post
          </a>
        </p>
      )}
      {posts.length === 0 && <p class="govuk-body">No post is recorded.</p>}
      {posts.map((post) => (
        <Card
          title={post.title}
          id={`post-${post.id}`}
          link={mayKeep ? { text: 'Say what it costs', href: moneyPaths.postCost(post.id) } : undefined}
        >
          <p class="govuk-body">{termWords(post)}</p>
          <PostTable post={post} />
        </Card>
      ))}
    </Page>
  )
}

function termWords({ kind, hostName, lentByName, startsOn, endsOn }: JointPost): string {
  const who = kind === 'joint' ? `A joint post, employed by ${hostName}` : `Lent by ${lentByName} to ${hostName}`
  return `${who}, from ${dayInWords(startsOn)}${endsOn === undefined ? '; no end is agreed' : `, no longer from ${dayInWords(endsOn)}`}.`
}

function PostTable({ post }: { readonly post: JointPost }): JSX.Element {
  const weights = post.parts.map(({ share }) => BigInt(share))
  const worked = post.costs.map((cost) => ({ ...cost, parts: splitPence(cost.pence, weights) ?? [] }))
  return (
    <DataTable
      caption={`What each partner pays of ${post.title}`}
      hideCaption
      narrow="stack"
      columns={[
        ...[{ heading: 'Partner' }, { heading: 'Part' }],
        ...worked.map(({ year, lineTitle }) => ({ heading: `${yearInWords(year)}, from ${lineTitle}`, numeric: true })),
      ]}
      rows={[
        ...post.parts.map(({ name, share }, place) => ({
          cells: [name, percentWords(share), ...worked.map(({ parts }) => pounds(parts[place] ?? 0n))],
        })),
        {
          cells: [
            'Together',
            worked.length === 0 ? '100%. What it costs is not recorded' : '100%',
            ...worked.map(({ pence }) => pounds(pence)),
          ],
        },
      ]}
    />
  )
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Change } from '#platform/paper/diff.ts'
import { ChangeList } from '#platform/paper/diff-list.tsx'
import { instantInWords } from '#platform/time/words.ts'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** A version that is compared. */
export interface ComparedVersion {
  readonly number: number
  /** What it is called where numbers are not of one row, for example 'The version of the county council'. */
  readonly name?: string
  readonly madeAt: Temporal.Instant
  /** Why it was made; '' for a first version. */
  readonly reason: string
  readonly href: string
}

/** What changed between two versions. */
export interface CompareProps {
  readonly visit: Visit
  /** What is compared: the title of the paper, or 'Minutes'. */
  readonly title: string
  readonly breadcrumbs: readonly PageLink[]
  readonly from: ComparedVersion
  readonly to: ComparedVersion
  readonly changes: readonly Change[]
}

/** The differences between two versions of a paper or of minutes, for everybody who may read both (M15). */
export function ComparePage({ visit, title, breadcrumbs, from, to, changes }: CompareProps): JSX.Element {
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`
  return (
    <Page visit={visit} title={`What changed: ${title}, ${wordsOf(from)} to ${wordsOf(to)}`} breadcrumbs={breadcrumbs}>
      <PageHead title="What changed" caption={title} lead={`From ${wordsOf(from)} to ${wordsOf(to)}: ${count}.`} />
      {to.reason !== '' && (
        <p class="govuk-body">
          Why version {to.number} was made: {to.reason}
        </p>
      )}
      <p class="govuk-body">
        <VersionLink version={from} /> and <VersionLink version={to} />
      </p>
      <ChangeList changes={changes} />
    </Page>
  )
}

const nameOf = ({ name, number }: ComparedVersion): string => name ?? `Version ${number}`
const wordsOf = (version: ComparedVersion): string => nameOf(version).replace(/^[TV]/, (letter) => letter.toLowerCase())

function VersionLink({ version }: { readonly version: ComparedVersion }): JSX.Element {
  return (
    <>
      <a class="govuk-link" href={version.href}>
        {nameOf(version)}
      </a>
      {version.name ? ', ' : ' of '} {instantInWords(version.madeAt)}
    </>
  )
}

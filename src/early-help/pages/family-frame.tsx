import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  assessmentPaths,
  closedRightPaths,
  familyPaths,
  familyVoicePaths,
  peoplePaths,
  qualityPaths,
  rightPaths,
  supervisionPaths,
} from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'

interface Section {
  readonly key: string
  readonly text: string
  readonly href: (episode: string) => string
  /** What the access matrix is asked before the link is shown. */
  readonly verb: string
  /** Whether it is there of closed records alone. */
  readonly isOfClosed?: true
}

/** The pages of one family, in the order of the row; whoever may not open one does not see its link. */
const familySections: readonly Section[] = [
  { key: 'overview', text: 'Overview', href: familyPaths.family, verb: 'list' },
  { key: 'plan', text: 'Plan and team', href: familyPaths.plan, verb: 'plan' },
  { key: 'movement', text: 'Movement', href: familyPaths.moves, verb: 'list' },
  { key: 'assessment', text: 'Assessment', href: assessmentPaths.list, verb: 'assessment' },
  { key: 'quality', text: 'Quality', href: qualityPaths.family, verb: 'quality' },
  { key: 'supervision', text: 'Supervision', href: supervisionPaths.family, verb: 'content' },
  { key: 'people', text: 'People', href: peoplePaths.section, verb: 'relatives' },
  { key: 'voice', text: 'What they say', href: familyVoicePaths.section, verb: 'content' },
  { key: 'right', text: 'Put right', href: rightPaths.section, verb: 'rectify' },
  { key: 'closed-right', text: 'Correct a closed record', href: closedRightPaths.section, verb: 'rectify-closed', isOfClosed: true },
  { key: 'looks', text: 'Who looked', href: (episode) => familyPaths.step(episode, 'looks'), verb: 'looks' },
]

/** The frame of every page of one family: where one is, what else there is of it. `title` is left out on the overview, whose title is the family. */
export function FamilyFrame(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly current: string
  readonly title?: string
  readonly lead?: string
  readonly children: Child
}): JSX.Element {
  const { visit, family, relations, current, title, lead } = props
  const links = familySections
    .filter(({ verb, isOfClosed }) => mayIn(relations, 'family', verb) && (!isOfClosed || family.closedOn !== undefined))
    .map(({ key, text, href }) => ({ text, href: href(family.id), current: key === current }))
  const crumbs = [
    { text: 'Families', href: familyPaths.list() },
    ...(title ? [{ text: family.label, href: familyPaths.family(family.id) }] : []),
  ]
  return (
    <Page visit={visit} title={title ?? family.label} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title ?? family.label}
        caption={title ? `${family.label}, ${family.reference}` : family.reference}
        {...(lead ? { lead } : {})}
      />
      {(relations.has('breaker') || relations.has('supervisor')) && !relations.has('reader') && !relations.has('keeper') && (
        <div class="govuk-inset-text" role="note">
          {relations.has('breaker')
            ? 'Opened in an emergency: to be read only, for a short time. Every page that you open is recorded, and this opening is reviewed.'
            : 'You read this to supervise the work. Every page that you open is recorded; you write nothing here but what the two of you decide.'}
        </div>
      )}
      {links.length > 1 && <SubNavigation visit={visit} label="This family" links={links} />}
      {props.children}
    </Page>
  )
}

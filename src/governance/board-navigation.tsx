import type { JSX } from 'hono/jsx/jsx-runtime'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import { boardPath, interestsPath, membersPath, relationshipsPath, termsPath } from './paths.ts'

/** The pages of a board. */
export type BoardSection =
  | 'overview'
  | 'meetings'
  | 'decisions'
  | 'actions'
  | 'members'
  | 'terms'
  | 'interests'
  | 'relationships'
  | 'plan'
  | 'plans'
  | 'measures'
  | 'assurance'
  | 'voices'
  | 'commissioning'
  | 'thread'
  | 'compliance'

/** The navigation that every page of a board carries, in rows by what its pages are about; `current` is marked, on the pages below it as well. Part of door one. */
export function boardNavigation(slug: string, current: BoardSection): JSX.Element {
  const board = boardPath(slug)
  const rows: Readonly<Record<string, readonly (readonly [BoardSection, string, string])[]>> = {
    'The board': [
      ['overview', 'Overview', board],
      ['members', 'Members', membersPath(slug)],
      ['terms', 'Terms of reference', termsPath(slug)],
      ['interests', 'Interests', interestsPath(slug)],
      ['relationships', 'Relationships', relationshipsPath(slug)],
    ],
    'Its meetings': [
      ['meetings', 'Meetings', `${board}/meetings`],
      ['decisions', 'Decisions', `${board}/decisions`],
      ['actions', 'Actions', `${board}/actions`],
      ['plan', 'Forward plan', `${board}/plan`],
      ['compliance', 'Compliance', `${board}/compliance`],
    ],
    'Its work': [
      ['plans', 'Plans', `${board}/plans`],
      ['measures', 'Measures', `${board}/measures`],
      ['assurance', 'Assurance', `${board}/assurance`],
      ['voices', 'Voices', `${board}/voices`],
      ['commissioning', 'Joint commissioning', `${board}/commissioning`],
      ['thread', 'Golden thread', `${board}/thread`],
    ],
  }
  const links = Object.entries(rows).flatMap(([group, own]) =>
    own.map(([section, text, href]) => ({ text, href, group, current: section === current })),
  )
  return <SubNavigation label="Pages of this board" links={links} />
}

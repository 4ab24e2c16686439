import type { JSX } from 'hono/jsx/jsx-runtime'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import { boardPath, interestsPath, membersPath, relationshipsPath, termsPath } from './paths.ts'

/** The pages of a board, in the order of the navigation. */
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

/** The navigation that every page of a board carries; `current` is marked, on the pages below it as well. Part of door one. */
export function boardNavigation(slug: string, current: BoardSection): JSX.Element {
  const board = boardPath(slug)
  const links: readonly (readonly [BoardSection, string, string])[] = [
    ['overview', 'Overview', board],
    ['meetings', 'Meetings', `${board}/meetings`],
    ['decisions', 'Decisions', `${board}/decisions`],
    ['actions', 'Actions', `${board}/actions`],
    ['members', 'Members', membersPath(slug)],
    ['terms', 'Terms of reference', termsPath(slug)],
    ['interests', 'Interests', interestsPath(slug)],
    ['relationships', 'Relationships', relationshipsPath(slug)],
    ['plan', 'Forward plan', `${board}/plan`],
    ['plans', 'Plans', `${board}/plans`],
    ['measures', 'Measures', `${board}/measures`],
    ['assurance', 'Assurance', `${board}/assurance`],
    ['voices', 'Voices', `${board}/voices`],
    ['commissioning', 'Joint commissioning', `${board}/commissioning`],
    ['thread', 'Golden thread', `${board}/thread`],
    ['compliance', 'Compliance', `${board}/compliance`],
  ]
  return (
    <SubNavigation
      label="Pages of this board"
      links={links.map(([section, text, href]) => ({ text, href, current: section === current }))}
    />
  )
}

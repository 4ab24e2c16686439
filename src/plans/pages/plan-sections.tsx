import type { JSX } from 'hono/jsx/jsx-runtime'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import { communicationPaths, dutyPaths, equalityPaths, needsPaths, planPaths, procedurePaths, reportPaths, riskPaths } from '../paths.ts'

/** What stands beside the plans of a board. */
export type PlanSection = 'plans' | 'reports' | 'duties' | 'needs' | 'risks' | 'equality' | 'procedures' | 'communications'

/** Leads from the plans of a board to what they rest on and what may come between, and back. */
export function PlanSections({ slug, current }: { readonly slug: string; readonly current: PlanSection }): JSX.Element {
  const links: readonly (readonly [PlanSection, string, string])[] = [
    ['plans', 'Plans', planPaths.ofBoard(slug)],
    ['reports', 'Reports', reportPaths.ofBoard(slug)],
    ['duties', 'Yearly duties', dutyPaths.ofBoard(slug)],
    ['needs', 'Needs assessments', needsPaths.ofBoard(slug)],
    ['risks', 'Risks', riskPaths.register(slug)],
    ['equality', 'Equality', equalityPaths.ofBoard(slug)],
    ['procedures', 'Procedures', procedurePaths.ofBoard(slug)],
    ['communications', 'Communication', communicationPaths.ofBoard(slug)],
  ]
  return (
    <SubNavigation
      label="Plans of this board and what belongs to them"
      links={links.map(([section, text, href]) => ({ text, href, current: section === current }))}
    />
  )
}

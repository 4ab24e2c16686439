import type { JSX } from 'hono/jsx/jsx-runtime'
import { equalityPaths, needsPaths, planPaths, riskPaths } from '../paths.ts'

/** What stands beside the plans of a board. */
export type PlanSection = 'plans' | 'needs' | 'risks' | 'equality'

/** Leads from the plans of a board to what they rest on and what may come between, and back. */
export function PlanSections({ slug, current }: { readonly slug: string; readonly current: PlanSection }): JSX.Element {
  const links: readonly (readonly [PlanSection, string, string])[] = [
    ['plans', 'Plans', planPaths.ofBoard(slug)],
    ['needs', 'Needs assessments', needsPaths.ofBoard(slug)],
    ['risks', 'Risks', riskPaths.register(slug)],
    ['equality', 'Equality', equalityPaths.ofBoard(slug)],
  ]
  return (
    <nav class="gt-subnav" aria-label="Plans of this board and what belongs to them">
      <ul>
        {links.map(([section, text, href]) => (
          <li>
            <a class="gt-subnav__link" href={href} aria-current={section === current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { boardPath } from '#governance/paths.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { commissioningPaths } from '../paths.ts'

/** The board as pages name it. */
export interface BoardName {
  readonly slug: string
  readonly name: string
}

/** The way to a page of what a board commissions. */
export function crumbsOf({ slug, name }: BoardName, ...more: readonly PageLink[]): readonly PageLink[] {
  return [
    { text: 'Boards', href: '/boards' },
    { text: name, href: boardPath(slug) },
    { text: 'Joint commissioning', href: commissioningPaths.ofBoard(slug) },
    ...more,
  ]
}

import type { JSX } from 'hono/jsx/jsx-runtime'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { disputesPath, protocolsPath, relationshipsPath, requestsPath, sharingPath } from '../paths.ts'

/** The pages that say how a board stands and works with others. */
export function BetweenBoards({ visit, slug }: { readonly visit: Visit; readonly slug: string }): JSX.Element {
  return (
    <SubNavigation
      visit={visit}
      label="Between boards"
      links={[
        { text: 'How it stands to others', href: relationshipsPath(slug) },
        { text: 'Requests', href: requestsPath(slug) },
        { text: 'Protocols and reports', href: protocolsPath(slug) },
        { text: 'Sharing agreements', href: sharingPath(slug) },
        { text: 'Disputes', href: disputesPath(slug) },
      ]}
    />
  )
}

import { Hono } from 'hono'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { setOcidPrefix } from '../commands/ocid-prefix.ts'
import { parseOcidPrefix } from '../forms/ocid-prefix.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { ocidPrefixPath } from '../ocds-paths.ts'
import { findOcidPrefix } from '../queries/contract-releases.ts'
import { formAt } from './endpoint.ts'
import { administration, administrators } from './gates.ts'
import { openTermsRoutes } from './open-terms.ts'

/** Where an administrator records the prefix of the place's ocids, and under which terms open data come out (C15). */
export function ocidPrefixRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  openTermsRoutes(app, needs)
  formAt(app, needs, ocidPrefixPath, administrators, async ({ reader }) => {
    const known = await findOcidPrefix(reader)
    const shape = {
      title: 'Prefix of open contracting data',
      breadcrumbs: [{ text: 'Administration', href: administration }],
      lead:
        known === undefined
          ? 'None is recorded, so none of your own contracts come out as open contracting data. The Open Contracting Partnership assigns a prefix to each place that asks it; one that is made up would be somebody else’s.'
          : `Your contracts come out with ${known}. Contracts that came out keep it for good; another prefix holds for those that come out from then on.`,
      groups: [
        {
          fields: [
            {
              kind: 'short' as const,
              name: 'prefix',
              label: 'Which prefix was assigned to you?',
              hint: 'ocds- and six letters or digits, for example ocds-a1b2c3',
            },
            { kind: 'tick' as const, name: 'assigned', label: 'The Open Contracting Partnership assigned it to us' },
          ],
        },
      ],
      warning:
        'This is hard to take back. Contracts that are public come out with it within a minute; others copy and cite them, and their numbers stay as they came out.',
      submit: 'Record the prefix',
      first: { prefix: known ?? '' },
      cancel: administration,
    }
    return form(shape, parseOcidPrefix, async (doer, input) => leadTo(await setOcidPrefix(needs, doer, input), () => administration))
  })
  return app
}

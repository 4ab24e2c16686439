import type { Hono } from 'hono'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { setOpenTerms } from '../commands/open-terms.ts'
import { parseOpenTerms } from '../forms/open-terms.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { openTermsPath } from '../ocds-paths.ts'
import { findOpenTerms } from '../queries/open-terms.ts'
import { grantPrefixByDefault, openLicences } from '../rules/open-terms.ts'
import { formAt } from './endpoint.ts'
import { administration, administrators } from './gates.ts'

/** Where an administrator records under which terms open data come out (C15). */
export function openTermsRoutes(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, openTermsPath, administrators, async ({ reader }) => {
    const { licence, grantPrefix } = await findOpenTerms(reader)
    const shape = {
      title: 'Licence of open data',
      breadcrumbs: [{ text: 'Administration', href: administration }],
      lead: 'Whoever uses your open data has to know under which licence. It is yours to give: until you say one, the pages and files say that none is stated.',
      groups: [
        {
          fields: [
            {
              kind: 'radios' as const,
              name: 'licence',
              label: 'Under which licence do you give out your open data?',
              options: [
                ...openLicences.map(({ code, name }) => ({ value: code, text: name })),
                { value: 'none', text: 'We do not say yet' },
              ],
            },
            {
              kind: 'short' as const,
              name: 'grantPrefix',
              label: 'Which prefix did 360Giving assign to you? (optional)',
              hint: `360G- and a name, for example 360G-Northbrook. Without one, ids of grants begin with ${grantPrefixByDefault}. Record it before others cite your grants: another prefix gives every grant another id.`,
            },
          ],
        },
      ],
      submit: 'Record',
      first: { licence: licence?.code ?? 'none', grantPrefix: grantPrefix ?? '' },
      cancel: administration,
    }
    return form(shape, parseOpenTerms, async (doer, input) => leadTo(await setOpenTerms(needs, doer, input), () => administration))
  })
}

import type { Reader } from '#platform/database/session.ts'
import { type OpenTerms, openLicences } from '../rules/open-terms.ts'

/** Where the licence of the place's open data and the prefix of its grants are kept. */
export const openTermsSettings = { licence: 'open.licence', grantPrefix: 'giving.prefix' } as const

/** Under which terms the place gives out its open data, as far as somebody said. */
export async function findOpenTerms(reader: Reader): Promise<OpenTerms> {
  const rows = await reader
    .selectFrom('platform.setting')
    .select(['key', 'value'])
    .where('key', 'in', Object.values(openTermsSettings))
    .execute()
  const said = (key: string): string | undefined => {
    const value = rows.find((row) => row.key === key)?.value
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const licence = said(openTermsSettings.licence)
  return { licence: openLicences.find(({ code }) => code === licence), grantPrefix: said(openTermsSettings.grantPrefix) }
}

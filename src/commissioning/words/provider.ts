import type { Provider } from '../queries/providers.ts'
import type { IdentifierScheme } from '../rules/provider.ts'

/** Whether it is a voluntary, community or social enterprise. */
export const vcseWords: Readonly<Record<Provider['vcse'], string>> = { yes: 'Yes', no: 'No', 'not-known': 'Not known' }
/** Public lists of organisations. */
export const schemeWords: Readonly<Record<IdentifierScheme, string>> = {
  'GB-COH': 'Companies House',
  'GB-CHC': 'Charity Commission for England and Wales',
  'GB-SC': 'Scottish charity regulator',
  'GB-NIC': 'Charity Commission for Northern Ireland',
  'GB-PPON': 'Public procurement organisation number',
  'GB-NHS': 'NHS organisation code',
  'GB-UKPRN': 'Register of learning providers',
  'GB-MPR': 'Mutuals register',
}
/** What a rate is for. */
export const unitWords: Readonly<Record<string, string>> = {
  hour: 'an hour',
  night: 'a night',
  day: 'a day',
  week: 'a week',
  session: 'a session',
  place: 'a place',
}
/** How VAT stands to a rate. */
export const rateVatWords: Readonly<Record<string, string>> = { standard: 'VAT is added', none: 'No VAT' }

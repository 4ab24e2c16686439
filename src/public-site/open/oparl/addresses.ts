/** Where the OParl interface begins (OParl 1.1; requirement O2). Permanent: ids of objects are addresses below it. */
export const oparlRoot = '/open/oparl/v1.1'

/** The types of objects that have an address of their own, with the word for each in addresses. */
export const oparlTypes = {
  System: 'system',
  Body: 'body',
  Organization: 'organization',
  Person: 'person',
  Membership: 'membership',
  Meeting: 'meeting',
  AgendaItem: 'agendaitem',
  Paper: 'paper',
  Consultation: 'consultation',
  File: 'file',
  Location: 'location',
  LegislativeTerm: 'legislativeterm',
} as const

/** One of them. */
export type OparlType = keyof typeof oparlTypes

/** The lists of the body, by the property of the body that names each, with the type of what is in it. */
export const bodyLists = {
  organization: 'Organization',
  person: 'Person',
  meeting: 'Meeting',
  paper: 'Paper',
  agendaItem: 'AgendaItem',
  consultation: 'Consultation',
  file: 'File',
  locationList: 'Location',
  legislativeTermList: 'LegislativeTerm',
  membership: 'Membership',
} as const satisfies Readonly<Record<string, OparlType>>

/** The name of one of them. */
export type BodyList = keyof typeof bodyLists

/** The lists of an organisation, likewise. */
export const organizationLists = { meeting: 'Meeting', consultation: 'Consultation' } as const satisfies Readonly<Record<string, OparlType>>

/** The name of one of them. */
export type OrganizationList = keyof typeof organizationLists

/** Every address of the interface below the address of this installation, which has no slash at its end. */
export interface OparlAddresses {
  /** Address of this installation. */
  readonly site: string
  /** The id of an object. There is one system, so that its id needs no number. */
  of(type: OparlType, id: string): string
  readonly bodies: string
  listOf(body: string, list: BodyList): string
  organizationListOf(organization: string, list: OrganizationList): string
  /** Where a file is read, and where it is handed over as an attachment. */
  file(id: string, how: 'access' | 'download'): string
}

/** The addresses for an installation. */
export function oparlAddresses(site: string): OparlAddresses {
  const root = `${site}${oparlRoot}`
  const of = (type: OparlType, id: string): string => (type === 'System' ? `${root}/system` : `${root}/${oparlTypes[type]}/${id}`)
  return {
    site,
    of,
    bodies: `${root}/body`,
    listOf: (body, list) => `${of('Body', body)}/${list.toLowerCase()}`,
    organizationListOf: (organization, list) => `${of('Organization', organization)}/${list}`,
    file: (id, how) => `${of('File', id)}/${how}`,
  }
}

/** The address of a type's definition, which every object names as its type. */
export function typeAddress(type: OparlType | 'Error'): string {
  return `https://schema.oparl.org/1.1/${type}`
}

/** A licence under which open data are commonly given out. */
export interface OpenLicence {
  readonly code: 'ogl-3' | 'cc-by-4' | 'cc0-1'
  readonly name: string
  readonly uri: string
}

/** The licences that a place chooses from: the one of the public sector of the United Kingdom first. Each leaves everybody free to use the data. */
export const openLicences: readonly OpenLicence[] = [
  {
    ...{ code: 'ogl-3', name: 'Open Government Licence v3.0' },
    uri: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  { code: 'cc-by-4', name: 'Creative Commons Attribution 4.0', uri: 'https://creativecommons.org/licenses/by/4.0/' },
  { code: 'cc0-1', name: 'Creative Commons Zero 1.0 (no rights reserved)', uri: 'https://creativecommons.org/publicdomain/zero/1.0/' },
]

/** Under which terms the place gives out its open data. */
export interface OpenTerms {
  /** Undefined: nobody has said. The product says none by itself: a licence is the publisher's to give. */
  readonly licence: OpenLicence | undefined
  /** Under which prefix ids of grants come out. Undefined: 360Giving assigned none. */
  readonly grantPrefix: string | undefined
}

/** Stands before ids of grants where 360Giving assigned no prefix: never the name of a host, which changes when the installation moves. */
export const grantPrefixByDefault = 'goldenthread'

/** The id of a grant: the prefix, a hyphen and the UUID of its record, which no other grant of the world has. */
export const grantId = (prefix: string | undefined, record: string): string => `${prefix ?? grantPrefixByDefault}-${record}`

/** Where open contracting data begin; permanent. */
export const ocdsRoot = '/open/ocds'

/** Where an administrator records the prefix of the place. */
export const ocidPrefixPath = '/admin/contracting-prefix'

/** Where an administrator records under which licence open data come out. */
export const openTermsPath = '/admin/open-data'

/** Addresses of open contracting data; permanent once published. */
export const ocdsPaths = {
  /** What there is, for people; for programs as JSON. */
  about: ocdsRoot,
  releases: `${ocdsRoot}/releases.json`,
  records: `${ocdsRoot}/records.json`,
  release: (id: string): string => `${ocdsRoot}/releases/${encodeURIComponent(id)}.json`,
  record: (ocid: string): string => `${ocdsRoot}/records/${encodeURIComponent(ocid)}.json`,
} as const

/** Addresses of what a board foresees to buy, as it comes out. */
export const foreseenPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/contracts/foreseen`,
  step: (slug: string, id: string, step: 'settle' | 'contract'): string => `/boards/${slug}/contracts/foreseen/${id}/${step}`,
} as const

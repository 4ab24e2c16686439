import { mergeReleases, type NoticeObject, ocdsRoot } from '#commissioning/public.ts'
import type { OutRelease } from '#commissioning/public-data.ts'

/** What the fields beyond OCDS 1.1.5 are declared by, as British notices declare them. */
export const extensions = [
  'https://standard.open-contracting.org/profiles/eu/latest/en/extension.json',
  'https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json',
]

/** Who publishes, and where. */
export interface Publisher {
  readonly name: string
  readonly publicUrl: string
  /** Address of the licence; undefined: none was stated. */
  readonly licence: string | undefined
}

const asRelease = (release: OutRelease) => ({
  ...{ ocid: release.ocid, id: `${release.subject}-${release.number}`, at: release.published, tags: release.tags },
  content: JSON.parse(release.content ?? '{}') as NoticeObject,
})

const head = ({ name, publicUrl, licence }: Publisher, path: string, releases: readonly OutRelease[]) => ({
  ...{ uri: `${publicUrl}${path}`, version: '1.1', extensions },
  // When the newest of what is in it came out: the same package is the same to the byte.
  publishedDate: dateOf(
    releases.reduce((latest, { published }) => (published.epochMilliseconds > latest.epochMilliseconds ? published : latest), START),
  ),
  publisher: { name: name === '' ? publicUrl : name, uri: publicUrl },
  ...(licence === undefined ? {} : { license: licence }),
  publicationPolicy: `${publicUrl}${ocdsRoot}`,
})
const START = Temporal.Instant.fromEpochMilliseconds(0)
const dateOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replace('Z', '+00:00')
const links = (publisher: Publisher, next: string | undefined) =>
  next === undefined ? {} : { links: { next: `${publisher.publicUrl}${next}` } }

/** A package of releases (OCDS 1.1.5, release-package-schema). @param next - the address of the next page */
export function releasePackage(publisher: Publisher, path: string, releases: readonly OutRelease[], next?: string): string {
  const content = releases.map((one) => JSON.parse(one.content ?? 'null') as unknown)
  return JSON.stringify({ ...head(publisher, path, releases), releases: content, ...links(publisher, next) })
}

/** A package of records: each process with all that came out of it, and merged into one (OCDS 1.1.5, record-package-schema). */
export function recordPackage(publisher: Publisher, path: string, releases: readonly OutRelease[], next?: string): string {
  const records = [...Map.groupBy(releases, ({ ocid }) => ocid)].map(([ocid, list]) => {
    const all = list.map(asRelease)
    const date = dateOf(list.at(-1)?.published ?? START)
    const compiledRelease = { ocid, id: `${ocid}-${date}`, date, tag: ['compiled'], ...mergeReleases(all) }
    return { ocid, releases: all.map(({ content }) => content), compiledRelease }
  })
  return JSON.stringify({ ...head(publisher, path, releases), records, ...links(publisher, next) })
}

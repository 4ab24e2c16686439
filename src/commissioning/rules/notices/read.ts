import { cleaned } from './clean.ts'
import { instantOf } from './day.ts'
import { canonical, textsAt } from './json.ts'
import type { NoticeRelease } from './merge.ts'
import { type Oddity, type OddityCode, saidOf } from './oddity.ts'

/** Why a file is not read at all. */
export type NoticeFileProblem = 'empty' | 'too-big' | 'encoding' | 'not-json' | 'too-deep' | 'no-notices' | 'too-many'

/** A file of notices as it was read: every release that says of which process it is, once. */
export interface NoticeFile {
  readonly releases: readonly NoticeRelease[]
  readonly oddities: readonly Oddity[]
}

/** The biggest file, in bytes. */
export const MOST_BYTES = 20_000_000
const MOST_RELEASES = 5_000
/** Far deeper than any notice goes, and far from where a program would fail. */
const DEEPEST = 40
const tags: ReadonlySet<string> = new Set([
  ...['planning', 'planningUpdate', 'tender', 'tenderAmendment', 'tenderUpdate', 'tenderCancellation', 'award', 'awardUpdate'],
  ...['awardCancellation', 'contract', 'contractUpdate', 'contractAmendment', 'implementation', 'implementationUpdate'],
  ...['contractTermination', 'compiled'],
])

/**
 * Reads a file of notices (OCDS 1.1): a package of releases or of records, one release, a list, or one a line (JSON Lines). All of it or nothing: what is odd
 * about single notices is told beside them.
 */
export function readNotices(
  bytes: Uint8Array,
): { readonly ok: true; readonly file: NoticeFile } | { readonly ok: false; readonly code: NoticeFileProblem } {
  const refuse = (code: NoticeFileProblem) => ({ ok: false, code }) as const
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > MOST_BYTES) return refuse('too-big')
  const text = decoded(bytes)
  if (text === undefined) return refuse('encoding')
  if (isTooDeep(text)) return refuse('too-deep')
  const parsed = parse(text)
  if (parsed === undefined) return refuse('not-json')
  const oddities: Oddity[] = []
  const found = parsed.flatMap((one) => releasesIn(one, (oddity) => oddities.push(oddity)))
  if (found.length === 0) return refuse('no-notices')
  if (found.length > MOST_RELEASES) return refuse('too-many')
  return {
    ok: true,
    file: {
      releases: once(
        found.flatMap((one) => readRelease(one, oddities)),
        oddities,
      ),
      oddities,
    },
  }
}

/** Text in UTF-8, with or without a mark at its beginning; undefined: it is in another writing. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return undefined
  }
}

/** Whether brackets stand deeper in one another than in any notice, looked at before anything is built of them. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let place = 0; place < text.length; place += 1) {
    const mark = text[place]
    if (isText) {
      if (mark === '\\') place += 1
      else if (mark === '"') isText = false
    } else if (mark === '"') isText = true
    else if (mark === '{' || mark === '[') {
      depth += 1
      if (depth > DEEPEST) return true
    } else if (mark === '}' || mark === ']') depth -= 1
  }
  return false
}

/** The whole as one document, or each line as one; undefined where neither reads. */
function parse(text: string): readonly unknown[] | undefined {
  const one = parsed(text)
  if (one !== undefined) return [one.value]
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const each = lines.map((line) => parsed(line))
  return lines.length > 1 && each.every((line) => line !== undefined) ? each.map((line) => line?.value) : undefined
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

type Raw = Readonly<Record<string, unknown>>
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The releases in whatever was brought: packages, records, wrappers. */
function releasesIn(value: unknown, tell: (oddity: Oddity) => void): readonly Raw[] {
  if (Array.isArray(value)) return value.flatMap((one) => releasesIn(one, tell))
  if (!isRaw(value)) return []
  if (Array.isArray(value.releases)) {
    const whole = value.releases.filter((one) => isRaw(one) && !('url' in one && !('tag' in one))).filter(isRaw)
    if (whole.length > 0 || !isRaw(value.compiledRelease)) return whole
  }
  if (isRaw(value.compiledRelease)) return [value.compiledRelease]
  if (Array.isArray(value.records)) {
    return value.records.flatMap((record) => {
      const inside = releasesIn(record, tell)
      if (inside.length === 0)
        tell({
          code: 'record-without-releases',
          ocid: isRaw(record) ? saidOf(record.ocid ?? '') : '',
          release: '',
          at: 'records',
          said: '',
        })
      return inside
    })
  }
  if (isRaw(value.release)) return [value.release]
  return 'ocid' in value || 'tag' in value || 'tender' in value ? [value] : []
}

/** A text of a release's head: an ocid, an id. Longer than any is none. */
const headOf = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  return text.length > 200 || /[\u0000-\u001f]/.test(text) ? '' : text.toWellFormed()
}

function readRelease(raw: Raw, oddities: Oddity[]): readonly NoticeRelease[] {
  const ocid = headOf(raw.ocid)
  const stated = headOf(raw.id)
  const tell = (code: OddityCode, at: string, said: unknown): number =>
    oddities.push({ code, ocid, release: stated, at, said: saidOf(said ?? '') })
  if (ocid === '') {
    tell('release-without-ocid', 'ocid', raw.ocid)
    return []
  }
  const content = cleaned(raw, { ocid, release: stated, tell: (oddity) => oddities.push(oddity) })
  const found = textsAt(content, 'tag')
  const when = instantOf(content.date)
  if (content.date === undefined) tell('date-missing', 'date', '')
  else if (when === undefined) tell('date-unreadable', 'date', content.date)
  if (found.length === 0) tell('tag-missing', 'tag', content.tag)
  for (const tag of found) if (!tags.has(tag)) tell('tag-unknown', 'tag', tag)
  if (stated === '') tell('id-missing', 'id', raw.id)
  // The same notice without an id is the same one the next time.
  const id = stated === '' ? `${ocid} ${textsAt(content, 'date').concat(found).join(' ') || String(content.date ?? '')}`.trim() : stated
  return [{ ocid, id, at: when, tags: found, content }]
}

/** Each release once. The same id with other words is another notice of that id, and the first is kept. */
function once(releases: readonly NoticeRelease[], oddities: Oddity[]): readonly NoticeRelease[] {
  const kept = new Map<string, NoticeRelease>()
  for (const release of releases) {
    const key = `${release.ocid} ${release.id}`
    const there = kept.get(key)
    if (there === undefined) kept.set(key, release)
    else {
      const code = canonical(there.content) === canonical(release.content) ? 'duplicate-release' : 'release-differs'
      oddities.push({ code, ocid: release.ocid, release: release.id, at: '', said: '' })
    }
  }
  return [...kept.values()]
}
